//! Logos: read, made small, and written anew, so that nothing but a picture is ever served.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, ImageReader, Limits};

use crate::error::{Code, Error, Result};

/// As sent.
pub const LIMIT: usize = 256 * 1024;
/// The longer side of what is kept.
const SIDE: u32 = 512;
/// As kept; the database says so, too.
const KEPT: usize = 1024 * 1024;
/// The longer side of what is read: a small file may unfold into a huge picture.
const LARGEST: u32 = 4096;

/// Where an organisation's logo is; the digest makes a new logo a new address, which may be kept for ever.
pub fn url(slug: &str, digest: Option<&str>) -> Option<String> {
    digest.map(|digest| format!("/api/v1/organizations/{slug}/logo?v={digest}"))
}

pub fn reencode(bytes: &[u8]) -> Result<Vec<u8>> {
    // What the decoder says of it helps nobody who has only the picture.
    let unreadable = || Error::new(Code::LogoUnreadable);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| unreadable())?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(u64::from(LARGEST) * u64::from(LARGEST) * 4);
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| unreadable())?;
    let png = encode(&picture, SIDE)?;
    // Noise does not get smaller by being packed; half as wide and high it fits.
    if png.len() <= KEPT { Ok(png) } else { encode(&picture, SIDE / 2) }
}

fn encode(picture: &DynamicImage, side: u32) -> Result<Vec<u8>> {
    let large = picture.width().max(picture.height()) > side;
    let pixels = if large { picture.thumbnail(side, side).into_rgba8() } else { picture.to_rgba8() };
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(pixels).write_to(&mut png, ImageFormat::Png).map_err(Error::internal)?;
    Ok(png.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn keeps_small_pictures_of_three_kinds() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let png = reencode(&sample(1024, 256, format)).unwrap();
            let picture = image::load_from_memory_with_format(&png, ImageFormat::Png).unwrap();
            assert_eq!((picture.width(), picture.height()), (512, 128), "{format:?}");
        }
    }

    #[test]
    fn refuses_what_is_no_picture_or_unfolds() {
        assert!(reencode(b"<svg onload=alert(1)>").is_err());
        assert!(reencode(b"").is_err());
        assert!(reencode(&sample(5000, 1, ImageFormat::Png)).is_err());
        let mut torn = sample(64, 64, ImageFormat::Png);
        torn.truncate(60);
        assert!(reencode(&torn).is_err());
    }
}
