//! How a window is parted: a list, and on a wide one beside it what stands under its cursor.

use ratatui::layout::Rect;

/// From this width on there is room for a detail.
const WIDE: u16 = 140;
/// Cells of the detail at least.
const DETAIL: u16 = 52;

/// The place of a list and of its detail. `list` is as wide as the list can use.
pub fn detail(area: Rect, list: u16) -> (Rect, Option<Rect>) {
    if area.width < WIDE {
        return (area, None);
    }
    let left = list.min(area.width.saturating_sub(DETAIL).max(100.min(list)));
    let right = Rect { x: area.x + left + 1, width: area.width - left - 1, ..area };
    (Rect { width: left, ..area }, Some(right))
}

/// Two columns as wide as each other, on a wide window.
pub fn equal(area: Rect) -> (Rect, Option<Rect>) {
    if area.width < WIDE {
        return (area, None);
    }
    let left = area.width / 2;
    let right = Rect { x: area.x + left, width: area.width - left, ..area };
    (Rect { width: left, ..area }, Some(right))
}

/// Cells of a line that is whole on a window of usual width.
const PAGE: u16 = 100;
/// Cells of the column beside it at least.
const BESIDE: u16 = 60;

/// The two columns of a page on a wide window; the left one, which is written in, is the wider one and cuts no line that
/// a narrower window would show whole.
pub fn halves(area: Rect) -> (Rect, Option<Rect>) {
    if area.width < WIDE {
        return (area, None);
    }
    let left = (area.width * 11 / 20).max(PAGE.min(area.width.saturating_sub(BESIDE)));
    let right = Rect { x: area.x + left + 1, width: area.width - left - 1, ..area };
    (Rect { width: left, ..area }, Some(right))
}
