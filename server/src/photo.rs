//! A picture made anew from an uploaded file, so that nothing but what can be seen survives.

use std::io::Cursor;

use app::walk::LONGEST_SIDE;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage,
    codecs::jpeg::JpegEncoder,
};
use tokio::sync::{Semaphore, SemaphorePermit};

/// The most bytes of a file that was not shrunk on a phone.
pub const MOST_FILE_BYTES: usize = 16 * 1024 * 1024;
/// The most pixels of a file: what a phone's camera makes without being asked for more.
const MOST_PIXELS: u64 = 25_000_000;
const MOST_PIXELS_ACROSS: u32 = 8192;
/// Of one decoded file.
const MOST_MEMORY: u64 = 128 * 1024 * 1024;
/// Of 100.
const QUALITY: u8 = 80;

/// One at a time: decoded files are large.
static TURN: Semaphore = Semaphore::const_new(1);

/// A picture without anything around it.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
}

/// Neither a JPEG nor a PNG nor a WebP file, or one that is broken or absurdly large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnImage;

/// A turn to decode. Whoever waits for one should not hold the file yet.
#[derive(Debug)]
pub struct Turn(#[allow(dead_code)] Option<SemaphorePermit<'static>>);

/// Waits for a turn.
pub async fn turn() -> Turn {
    // The semaphore is never closed.
    Turn(TURN.acquire().await.ok())
}

/// Makes the picture anew, aside from other work.
///
/// # Errors
/// When it is not an image.
pub async fn remake(_turn: &Turn, file: Vec<u8>) -> Result<Picture, NotAnImage> {
    let made = tokio::task::spawn_blocking(move || remade(&file)).await;
    made.unwrap_or_else(|error| {
        tracing::warn!(%error, "a photo could not be decoded");
        Err(NotAnImage)
    })
}

/// Makes the picture anew: upright, no side longer than [`LONGEST_SIDE`], as a JPEG that holds pixels only.
///
/// # Errors
/// When it is not an image.
pub fn remade(file: &[u8]) -> Result<Picture, NotAnImage> {
    let picture = flat(upright(file)?);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&picture)
        .map_err(|_| NotAnImage)?;
    let side = |side: u32| u16::try_from(side).map_err(|_| NotAnImage);
    Ok(Picture {
        jpeg,
        width: side(picture.width())?,
        height: side(picture.height())?,
    })
}

fn upright(file: &[u8]) -> Result<DynamicImage, NotAnImage> {
    let mut decoder = decoder(file)?;
    // A phone that holds its camera sideways says so beside the pixels.
    let orientation = decoder.orientation().map_err(|_| NotAnImage)?;
    let decoded = DynamicImage::from_decoder(decoder).map_err(|_| NotAnImage)?;
    let mut picture = shrunk(decoded);
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// The decoder, once the file's own words about its size are within the limits.
fn decoder(file: &[u8]) -> Result<impl ImageDecoder + '_, NotAnImage> {
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|_| NotAnImage)?;
    let known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
    if !reader.format().is_some_and(|it| known.contains(&it)) {
        return Err(NotAnImage);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS_ACROSS);
    limits.max_image_height = Some(MOST_PIXELS_ACROSS);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| NotAnImage)?;
    let (width, height) = decoder.dimensions();
    let fits = u64::from(width) * u64::from(height) <= MOST_PIXELS
        && decoder.total_bytes() <= MOST_MEMORY
        && width > 0
        && height > 0;
    if fits { Ok(decoder) } else { Err(NotAnImage) }
}

fn shrunk(picture: DynamicImage) -> DynamicImage {
    let longest = u32::from(LONGEST_SIDE);
    if picture.width().max(picture.height()) > longest {
        picture.thumbnail(longest, longest)
    } else {
        picture
    }
}

/// On white where it was see-through: what lies under it is not to be seen.
fn flat(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, seen] = picture.get_pixel(x, y).0;
        let over_white = |part: u8| {
            let (part, seen) = (u32::from(part), u32::from(seen));
            u8::try_from((part * seen + 255 * (255 - seen)) / 255).unwrap_or(u8::MAX)
        };
        Rgb([over_white(red), over_white(green), over_white(blue)])
    })
}

#[cfg(test)]
mod tests;
