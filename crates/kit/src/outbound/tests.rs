use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;

fn client(hosts: &[&str]) -> Outbound {
    Outbound::new(&config::Outbound { private_hosts: hosts.iter().map(|host| (*host).to_owned()).collect(), typed_hosts: Vec::new() })
        .unwrap()
}

fn call(address: &str) -> Call {
    http::Request::builder().uri(address).body(Vec::new()).unwrap()
}

/// A server that gives every connection the same answer, and how often it was asked.
async fn server(answer: String) -> (u16, Arc<Mutex<usize>>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = Arc::new(Mutex::new(0));
    let count = Arc::clone(&asked);
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            *count.lock() += 1;
            let answer = answer.clone();
            tokio::spawn(async move {
                let mut read = [0_u8; 4096];
                let _ = stream.read(&mut read).await;
                let _ = stream.write_all(answer.as_bytes()).await;
            });
        }
    });
    (port, asked)
}

fn answer(status: &str, more: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{more}content-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

#[test]
fn addresses_of_ones_own_network_are_not_public() {
    for own in [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "fec0::1",
    ] {
        assert!(!is_public(own.parse().unwrap()), "{own}");
    }
    for world in ["8.8.8.8", "193.204.1.1", "2001:4860:4860::8888", "2a00:1450::1", "::ffff:8.8.8.8", "172.32.0.1", "100.128.0.1"] {
        assert!(is_public(world.parse().unwrap()), "{world}");
    }
}

#[tokio::test]
async fn ones_own_network_is_called_only_when_it_is_named() {
    let (port, asked) = server(answer("200 OK", "", "ciao")).await;
    let closed = client(&[]);
    assert_eq!(closed.send(call(&format!("https://127.0.0.1:{port}/"))).await.unwrap_err(), Refused::Private("127.0.0.1".into()));
    assert_eq!(closed.send(call(&format!("https://[::1]:{port}/"))).await.unwrap_err(), Refused::Private("::1".into()));
    // A name is looked at after it was resolved.
    assert_eq!(closed.send(call(&format!("https://localhost:{port}/"))).await.unwrap_err(), Refused::Private("localhost".into()));
    assert_eq!(closed.send(call(&format!("http://localhost:{port}/"))).await.unwrap_err(), Refused::Plain("localhost".into()));
    assert_eq!(*asked.lock(), 0, "nobody was called");
    let open = client(&["LOCALHOST"]);
    assert_eq!(open.send(call(&format!("http://localhost:{port}/"))).await.unwrap().body(), b"ciao");
    assert!(matches!(open.send(call(&format!("https://127.0.0.1:{port}/"))).await, Err(Refused::Private(_))));
    assert!(matches!(open.send(call("ftp://localhost/")).await, Err(Refused::Address(_))));
}

#[tokio::test]
async fn what_people_type_does_not_reach_the_hosts_that_are_named_for_the_town() {
    let (port, asked) = server(answer("200 OK", "", "ciao")).await;
    let address = format!("http://127.0.0.1:{port}/");
    let mut settings = config::Outbound { private_hosts: vec!["127.0.0.1".into(), "localhost".into()], typed_hosts: Vec::new() };
    assert_eq!(Outbound::new(&settings).unwrap().send(call(&address)).await.unwrap().body(), b"ciao");
    let typed = Outbound::typed(&settings).unwrap();
    assert_eq!(typed.send(call(&address)).await.unwrap_err(), Refused::Plain("127.0.0.1".into()));
    assert_eq!(typed.may(&address), Err(Refused::Plain("127.0.0.1".into())));
    assert_eq!(typed.send(call(&format!("https://localhost:{port}/"))).await.unwrap_err(), Refused::Private("localhost".into()));
    assert_eq!(*asked.lock(), 1);
    settings.typed_hosts = vec!["127.0.0.1".into()];
    assert_eq!(Outbound::typed(&settings).unwrap().send(call(&address)).await.unwrap().body(), b"ciao");
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_a_flood_is_cut() {
    let (port, _) = server(answer("302 Found", "location: http://127.0.0.1:1/\r\n", "")).await;
    let client = client(&["127.0.0.1"]);
    assert_eq!(client.send(call(&format!("http://127.0.0.1:{port}/"))).await.unwrap().status(), 302);
    let (port, _) = server(answer("200 OK", "", &"x".repeat(LARGEST + 1))).await;
    assert_eq!(client.send(call(&format!("http://127.0.0.1:{port}/"))).await.unwrap_err(), Refused::Large);
}

#[tokio::test]
async fn a_kept_answer_is_asked_for_once_until_it_is_forgotten() {
    let (port, asked) = server(answer("200 OK", "", "chiavi")).await;
    let client = client(&["127.0.0.1"]);
    let address = format!("http://127.0.0.1:{port}/jwks");
    for _ in 0..3 {
        assert_eq!(client.send_kept(call(&address)).await.unwrap().body(), b"chiavi");
    }
    assert_eq!(*asked.lock(), 1);
    client.forget(&address);
    client.send_kept(call(&address)).await.unwrap();
    assert_eq!(*asked.lock(), 2);
    // What went wrong is not kept.
    let (port, asked) = server(answer("500 Internal Server Error", "", "")).await;
    for _ in 0..2 {
        client.send_kept(call(&format!("http://127.0.0.1:{port}/"))).await.unwrap();
    }
    assert_eq!(*asked.lock(), 2);
}

#[tokio::test]
async fn nobody_there_is_told_in_words() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let error = client(&["127.0.0.1"]).send(call(&format!("http://127.0.0.1:{port}/"))).await.unwrap_err();
    assert!(matches!(error, Refused::Away(_)), "{error}");
}
