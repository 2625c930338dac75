# Справка: внутренняя и экземпляр для клиента.
brief-title = Справка: { $client }
brief-client-title = { $client }: к нашей встрече
brief-client-bank = Банк
brief-visit = Встреча: { $visit }
brief-purpose = Цель: { $purpose }
brief-as_of = На { $date }
brief-manager = Менеджер: { $name }
brief-who_decides = Решает: { $who }
brief-need_first = Главная потребность: { $need }
brief-we_are_late = Мы опаздываем: { $text } ({ $late })
brief-we_want = Чего хотим от этой встречи: { $goal }
brief-last_met = последняя встреча
brief-proposed = Предлагаемые
brief-promises_and_problems = Обещания и проблемы
brief-problem = Проблема: { $title }
brief-the_offer = Предложение
