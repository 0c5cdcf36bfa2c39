use image::{ExtendedColorType, ImageEncoder, Rgba, RgbaImage, codecs::png::PngEncoder};

use super::*;

const SECRET: &[u8] = b"51.4816N 3.1791W";

/// Wider than high; the left half red, the right half blue.
fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            Rgb([220, 20, 20])
        } else {
            Rgb([20, 20, 220])
        }
    })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 90)
        .encode_image(picture)
        .unwrap();
    file
}

fn png(picture: &RgbaImage) -> Vec<u8> {
    let mut file = Vec::new();
    let (width, height) = picture.dimensions();
    PngEncoder::new(&mut file)
        .write_image(picture, width, height, ExtendedColorType::Rgba8)
        .unwrap();
    file
}

fn webp(picture: &RgbImage) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::WebP).unwrap();
    file.into_inner()
}

/// A segment as cameras write it: how the camera was held, and where it was.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0, 1, 0]);
    tiff.extend([0x1d, 0, 2, 0, SECRET.len() as u8, 0, 0, 0, 56, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(SECRET);
    segment(0xe1, &tiff)
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// The file with a segment right after its beginning.
fn with(segment: &[u8], file: &[u8]) -> Vec<u8> {
    [&file[..2], segment, &file[2..]].concat()
}

fn holds(file: &[u8], part: &[u8]) -> bool {
    file.windows(part.len()).any(|window| window == part)
}

fn seen(picture: &Picture) -> RgbImage {
    image::load_from_memory(&picture.jpeg).unwrap().into_rgb8()
}

fn is_red(pixel: Rgb<u8>) -> bool {
    pixel.0[0] > 150 && pixel.0[2] < 100
}

#[test]
fn a_place_in_the_exif_is_gone_and_the_picture_is_upright() {
    let file = with(&exif(6), &jpeg(&two_halves(64, 32)));
    assert!(holds(&file, SECRET));
    let made = remade(&file).unwrap();
    assert_eq!((made.width, made.height), (32, 64), "turned a quarter");
    let shown = seen(&made);
    assert!(is_red(*shown.get_pixel(16, 8)), "what was left is above");
    assert!(!is_red(*shown.get_pixel(16, 56)));
    assert!(!holds(&made.jpeg, SECRET) && !holds(&made.jpeg, b"Exif"));
}

#[test]
fn comments_profiles_and_trailing_bytes_are_gone() {
    let mut file = jpeg(&two_halves(40, 40));
    for (marker, content) in [
        (0xfe, &b"<script>alert(1)</script>"[..]),
        (
            0xe1,
            b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Mrs Price</x:xmpmeta>",
        ),
        (0xed, b"Photoshop 3.0\0Mrs Price"),
    ] {
        file = with(&segment(marker, content), &file);
    }
    file.extend(b"<html>the part that was cut away</html>");
    let made = remade(&file).unwrap();
    for part in [&b"<script>"[..], b"Mrs Price", b"the part that"] {
        assert!(holds(&file, part));
        assert!(!holds(&made.jpeg, part));
    }
    assert!(made.jpeg.ends_with(&[0xff, 0xd9]));
}

#[test]
fn a_cropped_screenshot_shows_nothing_of_what_was_cropped() {
    let mut file = png(&RgbaImage::from_pixel(30, 30, Rgba([9, 9, 9, 255])));
    file.extend(png(&RgbaImage::from_pixel(90, 90, Rgba([200, 0, 0, 255]))));
    let made = remade(&file).unwrap();
    assert_eq!((made.width, made.height), (30, 30));
    assert!(!holds(&made.jpeg, b"IDAT"));
    assert!(seen(&made).pixels().all(|pixel| !is_red(*pixel)));
}

#[test]
fn what_is_seen_through_is_white_and_hides_nothing() {
    let made = remade(&png(&RgbaImage::from_pixel(8, 8, Rgba([200, 0, 0, 0])))).unwrap();
    assert!(
        seen(&made)
            .pixels()
            .all(|pixel| pixel.0.iter().all(|part| *part > 250))
    );
}

#[test]
fn every_format_becomes_a_jpeg_no_longer_than_the_longest_side() {
    let wide = two_halves(3000, 500);
    for file in [jpeg(&wide), webp(&wide)] {
        let made = remade(&file).unwrap();
        assert_eq!((made.width, made.height), (2048, 341));
        assert_eq!(image::guess_format(&made.jpeg).unwrap(), ImageFormat::Jpeg);
    }
    let small = remade(&jpeg(&two_halves(3, 2))).unwrap();
    assert_eq!(
        (small.width, small.height),
        (3, 2),
        "nothing is made larger"
    );
}

#[test]
fn what_is_no_image_is_refused() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta";
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;<script>alert(1)</script>";
    for file in [
        &heic[..],
        svg,
        gif,
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"%PDF-1.7 and so on",
        b"\xff\xd8\xff\xe0 only the beginning of a JPEG",
        b"\x89PNG\r\n\x1a\n<script>",
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"MZ",
        b"",
    ] {
        assert_eq!(remade(file).err(), Some(NotAnImage), "{file:?}");
    }
}

/// Wherever a file ends too early: refused, or a picture of its own. Never a panic.
#[test]
fn a_file_cut_anywhere_does_no_harm() {
    let rgba = RgbaImage::from_pixel(20, 20, Rgba([1, 2, 3, 4]));
    for file in [
        jpeg(&two_halves(20, 20)),
        png(&rgba),
        webp(&two_halves(20, 20)),
    ] {
        for end in 0..file.len() {
            if let Ok(made) = remade(&file[..end]) {
                assert_eq!((made.width, made.height), (20, 20));
            }
        }
        for at in 0..file.len() {
            let mut flipped = file.clone();
            flipped[at] ^= 0x55;
            remade(&flipped).ok();
        }
    }
}

/// The size is read before anything is decoded.
#[test]
fn a_file_that_says_it_is_enormous_is_refused() {
    let mut enormous = png(&RgbaImage::new(1, 1));
    enormous[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let crc = crc(&enormous[12..29]).to_be_bytes();
    enormous[29..33].copy_from_slice(&crc);
    assert_eq!(remade(&enormous).err(), Some(NotAnImage));
    let mut enormous = jpeg(&two_halves(8, 8));
    let frame = enormous
        .windows(2)
        .position(|two| two == [0xff, 0xc0])
        .unwrap();
    enormous[frame + 5..frame + 9].copy_from_slice(&[0x75, 0x30, 0x75, 0x30]);
    assert_eq!(remade(&enormous).err(), Some(NotAnImage));
    // Each side is allowed, both together are not.
    let many = vec![0; 6000 * 5000 * 3];
    let mut file = Vec::new();
    PngEncoder::new(&mut file)
        .write_image(&many, 6000, 5000, ExtendedColorType::Rgb8)
        .unwrap();
    assert!(file.len() < MOST_FILE_BYTES, "it is small as a file");
    assert_eq!(remade(&file).err(), Some(NotAnImage));
}

/// The check sum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 * (crc & 1))
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}
