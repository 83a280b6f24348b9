//! Logos: pictures only, written anew by us.

use std::io::Cursor;

use cofund_tests::{Person, json, test};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

fn picture(width: u32, height: u32, color: [u8; 3], format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let plain = DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb(color)));
    plain.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

fn png(color: [u8; 3]) -> Vec<u8> {
    picture(8, 8, color, ImageFormat::Png)
}

fn url_of(view: &cofund_tests::Value) -> String {
    view["logo_url"].as_str().expect("a logo").strip_prefix("/api/v1").expect("on this server").to_owned()
}

#[test]
fn three_kinds_of_picture_become_a_small_png() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}/logo"));
        app.public().get(&path).await.refused(404, "not_found");
        let kinds =
            [("image/png", ImageFormat::Png), ("image/jpeg", ImageFormat::Jpeg), ("image/webp", ImageFormat::WebP)];
        for (kind, format) in kinds {
            let set = lead.post_nothing(&path).body(kind, picture(1024, 256, [10, 20, 30], format)).await;
            let shown = app.public().get(&url_of(&set.is(200).json)).await;
            assert_eq!(shown.is(200).header("content-type"), Some("image/png"), "{kind}");
            let read = image::load_from_memory_with_format(&shown.bytes, ImageFormat::Png).expect("a PNG");
            assert_eq!((read.width(), read.height()), (512, 128), "{kind}");
        }
        assert_eq!(app.count("SELECT count(*) FROM organization_logos").await, 1);
    });
}

#[test]
fn it_is_served_as_a_picture_and_nothing_else() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}/logo"));
        let set = lead.post_nothing(&path).body("image/png", png([1, 2, 3])).await;
        let named = app.public().get(&url_of(&set.json)).await;
        assert_eq!(named.is(200).header("x-content-type-options"), Some("nosniff"));
        assert_eq!(named.header("content-security-policy"), Some("default-src 'none'"));
        assert_eq!(named.header("cache-control"), Some("public, max-age=31536000, immutable"));
        for other in [path.clone(), format!("{path}?v=0000000000000000"), format!("{path}?nov=1")] {
            let shown = app.public().get(&other).await;
            assert_eq!(shown.is(200).header("cache-control"), Some("public, max-age=60"), "{other}");
        }
    });
}

#[test]
fn another_picture_has_another_address() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}/logo"));
        let set = async |bytes: Vec<u8>| {
            let set = lead.post_nothing(&path).body("image/png", bytes).await;
            (url_of(&set.is(200).json), set.etag())
        };
        let ((first, tag), (second, _)) = (set(png([1, 1, 1])).await, set(png([2, 2, 2])).await);
        assert_ne!(first, second);
        assert_eq!(set(png([1, 1, 1])).await.0, first, "the same picture has the same address");
        let late = lead.patch(&format!("/organizations/{tidewater}"), &tag, json!({ "profile": "x" })).await;
        late.refused(412, "version_conflict");
        let me = lead.get("/me").await;
        assert_eq!(url_of(&me["memberships"][0]["organization"]), first);
    });
}

#[test]
fn it_can_be_removed() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}/logo"));
        lead.delete(&path).await.is(204);
        lead.post_nothing(&path).body("image/png", png([1, 2, 3])).await.is(200);
        lead.delete(&path).await.is(204);
        app.public().get(&path).await.refused(404, "not_found");
        assert_eq!(lead.get(&format!("/organizations/{tidewater}")).await["logo_url"], json!(null));
        assert_eq!(app.count("SELECT count(*) FROM organization_logos").await, 0);
    });
}

#[test]
fn only_leads_and_staff_set_it() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let path = format!("/organizations/{tidewater}/logo");
        let refused = async |person: &Person, status, code: &str| {
            person.post_nothing(&path).body("image/png", png([1, 2, 3])).await.refused(status, code);
            person.delete(&path).await.refused(status, code);
        };
        refused(&app.public(), 401, "unauthenticated").await;
        refused(&app.lead_of(&harbour).await, 403, "not_a_member").await;
        for role in ["viewer", "champion", "finance"] {
            refused(&app.member(&tidewater, role).await, 403, "not_a_lead").await;
        }
        app.staff().await.post_nothing(&path).body("image/png", png([1, 2, 3])).await.is(200);
    });
}

#[test]
fn what_is_no_picture_is_refused() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}/logo"));
        let send = |kind: &str, bytes: &[u8]| lead.post_nothing(&path).body(kind, bytes);
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        send("image/svg+xml", svg).await.refused(415, "media_type_unsupported");
        send("text/html", b"<script>").await.refused(415, "media_type_unsupported");
        send("application/json", b"{}").await.refused(415, "media_type_unsupported");
        // The name does not make the picture.
        for bytes in [svg.as_slice(), b"<html><script>alert(1)</script>", b"", b"GIF89a", &png([1, 2, 3])[..40]] {
            send("image/png", bytes).await.refused(422, "logo_unreadable");
        }
        send("image/png", &vec![0; 256 * 1024 + 1]).await.refused(413, "body_too_large");
        assert_eq!(lead.get(&format!("/organizations/{tidewater}")).await["version"], 1);
    });
}

#[test]
fn a_small_file_does_not_unfold_into_a_huge_picture() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}/logo"));
        for (width, height) in [(60_000, 60_000), (4097, 1), (1, 4097), (u32::MAX, u32::MAX)] {
            let bomb = claiming_to_be(width, height);
            lead.post_nothing(&path).body("image/png", bomb).await.refused(422, "logo_unreadable");
        }
        assert_eq!(app.count("SELECT count(*) FROM organization_logos").await, 0);
    });
}

#[test]
fn a_picture_that_does_not_pack_well_is_kept_all_the_same() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}/logo"));
        let mut state = 1_u32;
        let noise = RgbImage::from_fn(512, 512, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [_, red, green, blue] = state.to_le_bytes();
            Rgb([red, green, blue])
        });
        let mut bytes = Vec::new();
        noise.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 30)).expect("a picture");
        let set = lead.post_nothing(&path).body("image/jpeg", bytes).await;
        let shown = app.public().get(&url_of(&set.is(200).json)).await;
        let read = image::load_from_memory_with_format(&shown.bytes, ImageFormat::Png).expect("a PNG");
        assert_eq!((read.width(), read.height()), (256, 256));
    });
}

/// A small PNG whose header says it is this large.
fn claiming_to_be(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png([0, 0, 0]);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let check = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&check.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
