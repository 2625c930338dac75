# Справка: вътрешна и екземпляр за клиента.
brief-title = Справка: { $client }
brief-client-title = { $client }: за нашата среща
brief-client-bank = Банката
brief-visit = Среща: { $visit }
brief-purpose = Цел: { $purpose }
brief-as_of = Към { $date }
brief-manager = Мениджър: { $name }
brief-who_decides = Решава: { $who }
brief-need_first = Най-важната потребност: { $need }
brief-we_are_late = Закъсняваме: { $text } ({ $late })
brief-we_want = Какво искаме от тази среща: { $goal }
brief-last_met = последна среща
brief-proposed = Предложени
brief-promises_and_problems = Обещания и проблеми
brief-problem = Проблем: { $title }
brief-the_offer = Предложението
