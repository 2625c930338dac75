//! The pyramid: a bar for each tier, the top one above.

use maud::html;

use super::drawing;
use crate::domain::figures::pyramid::TierShare;
use crate::i18n::Words;

const NAME: usize = 150;
const BARS: usize = 320;
const ROW: usize = 30;
const SAID: usize = 230;
const MARGIN: usize = 12;

/// The drawing of the tiers' shares.
pub fn tiers(shares: &[TierShare], words: &Words) -> String {
    let most = shares.iter().map(|share| share.clients).max().unwrap_or(0).max(1);
    let (width, height) = (NAME + BARS + SAID + MARGIN * 2, shares.len() * ROW + MARGIN * 2);
    let inside = html! {
        @for (at, share) in shares.iter().enumerate() {
            @let y = MARGIN + at * ROW;
            @let wide = (share.clients * BARS).div_ceil(most);
            text x=(MARGIN + NAME - 10) y=(y + 19) text-anchor="end" { (words.term(&share.tier.term())) }
            @if share.clients > 0 {
                rect class=(share.tier.word()) x=(MARGIN + NAME + (BARS - wide) / 2) y=(y + 4) width=(wide) height=(ROW - 8) {}
            }
            text x=(MARGIN + NAME + BARS + 10) y=(y + 19) { (words.tier_share(share)) }
        }
    };
    drawing(width, height, &words.say("money-pyramid"), &inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Month;
    use crate::domain::figures::testing::{DEMO, demo_today};
    use crate::i18n::Lang;

    #[test]
    fn each_tier_has_its_bar_and_its_count_in_words() {
        let shares = DEMO.pyramid(Month::of(demo_today())).shares();
        let drawn = tiers(&shares, &Words::new(Lang::En));
        assert_eq!(drawn.matches("<rect class=").count(), shares.len() + 1, "and the paper");
        for share in &shares {
            assert!(drawn.contains(&Words::new(Lang::En).tier_share(share)), "{share:?}");
        }
    }
}
