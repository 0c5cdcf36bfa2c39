//! Addresses as square codes.

use app::ui::Qr;
use qrcode::{Color, QrCode, render::unicode::Dense1x2};

/// The code of a text, for a page; none when the text is too long for one.
#[must_use]
pub fn of(text: &str) -> Option<Qr> {
    let code = QrCode::new(text).ok()?;
    Some(Qr {
        side: code.width(),
        dark: code
            .into_colors()
            .iter()
            .map(|it| *it == Color::Dark)
            .collect(),
    })
}

/// The code of a text for a terminal, two rows in a line; empty when the text is too long for one.
#[must_use]
pub fn in_terminal(text: &str) -> String {
    QrCode::new(text).map_or_else(
        |_| String::new(),
        |code| {
            // Most terminals are dark: what is drawn is the light.
            let mut picture = code.render::<Dense1x2>();
            picture.dark_color(Dense1x2::Light);
            picture.light_color(Dense1x2::Dark);
            picture.build() + "\n"
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_fits() {
        let address = format!("https://firsthand.example.gov.uk/invite/{}", "a".repeat(64));
        let qr = of(&address).unwrap();
        assert_eq!(qr.dark.len(), qr.side * qr.side);
        assert!(in_terminal(&address).lines().count() > 20);
        assert!(of(&"a".repeat(10_000)).is_none());
    }
}
