use aes_gcm::aead::Payload;
use p256::ecdsa::VerifyingKey;
use p256::ecdsa::signature::Verifier;
use proptest::prelude::*;

use super::*;

fn bytes(text: &str) -> Vec<u8> {
    BASE64.decode(text).unwrap()
}

/// The browser of the example of RFC 8291 §5.
const UA_PRIVATE: &str = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
const UA_PUBLIC: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";

#[test]
fn the_example_of_the_standard_comes_out_byte_by_byte() {
    let secret: [u8; 32] = bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw").try_into().unwrap();
    let salt: [u8; 16] = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
    let made = Subscriber::new(UA_PUBLIC, AUTH).unwrap().encrypt(b"When I grow up, I want to be a watermelon", &secret, &salt).unwrap();
    let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
    assert_eq!(BASE64.encode(made), expected);
}

/// What the browser does with a message (RFC 8291 §3.4, the other way round).
fn opened(body: &[u8]) -> Vec<u8> {
    let (salt, rest) = body.split_at(16);
    let (ours, sealed) = rest[5..].split_at(usize::from(rest[4]));
    let private = SecretKey::from_slice(&bytes(UA_PRIVATE)).unwrap();
    let shared = private.diffie_hellman(&PublicKey::from_sec1_bytes(ours).unwrap());
    let info = [b"WebPush: info\0".as_slice(), &bytes(UA_PUBLIC), ours].concat();
    let material: [u8; 32] = derived(&bytes(AUTH), shared.raw_secret_bytes(), &info).unwrap();
    let key: [u8; 16] = derived(salt, &material, b"Content-Encoding: aes128gcm\0").unwrap();
    let nonce: [u8; 12] = derived(salt, &material, b"Content-Encoding: nonce\0").unwrap();
    let mut plain = Aes128Gcm::new(&key.into()).decrypt(&nonce.into(), Payload { msg: sealed, aad: &[] }).unwrap();
    assert_eq!(plain.pop(), Some(2));
    plain
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn the_browser_opens_whatever_was_sent(message in proptest::collection::vec(any::<u8>(), 0..LARGEST), secret: [u8; 32], salt: [u8; 16]) {
        prop_assume!(SecretKey::from_slice(&secret).is_ok());
        let body = Subscriber::new(UA_PUBLIC, AUTH).unwrap().encrypt(&message, &secret, &salt).unwrap();
        prop_assert!(body.len() <= 4096);
        prop_assert_eq!(opened(&body), message);
    }
}

#[test]
fn what_is_no_subscription_and_what_is_too_long_is_refused() {
    for (key, auth) in [
        ("", AUTH),
        (AUTH, AUTH),
        (UA_PUBLIC, ""),
        (UA_PUBLIC, "BTBZ"),
        ("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw8", AUTH),
        ("é", AUTH),
    ] {
        assert_eq!(Subscriber::new(key, auth), Err(Fault::Subscription), "{key} {auth}");
    }
    let subscriber = Subscriber::new(UA_PUBLIC, &format!("{AUTH}==")).unwrap();
    assert_eq!(subscriber.encrypt(&[0; LARGEST + 1], &[1; 32], &[0; 16]), Err(Fault::Large));
    assert!(Sender::new(&[0; 32]).is_err());
}

#[test]
fn a_push_service_can_check_who_sends() {
    let sender = Sender::new(&[7; 32]).unwrap();
    let word = sender.word("https://push.example", "mailto:urp@comune.example", 1_835_000_000).unwrap();
    let (token, key) = word.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    assert_eq!((key, key.len()), (sender.public().as_str(), 87));
    let (said, signature) = token.rsplit_once('.').unwrap();
    let verifying = VerifyingKey::from_sec1_bytes(&bytes(key)).unwrap();
    let signature = Signature::from_slice(&bytes(signature)).unwrap();
    assert!(verifying.verify(said.as_bytes(), &signature).is_ok());
    let claims: serde_json::Value = serde_json::from_slice(&bytes(said.split_once('.').unwrap().1)).unwrap();
    assert_eq!(claims, serde_json::json!({"aud": "https://push.example", "exp": 1_835_043_200_i64, "sub": "mailto:urp@comune.example"}));
    assert!(!format!("{sender:?}").contains("BwcH"));
}
