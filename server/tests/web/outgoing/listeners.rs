//! A mail server and a system that is called, as small as they can be, over real connections.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicU16, AtomicUsize, Ordering},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

/// How a mail server is today.
pub const WELL: u16 = 250;
/// It says to come back later.
pub const BUSY: u16 = 451;
/// It takes the connection and says nothing.
pub const SILENT: u16 = 0;

#[derive(Clone)]
pub struct MailServer {
    pub port: u16,
    mood: Arc<AtomicU16>,
    messages: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let server = Self {
            port: listener.local_addr().expect("an address").port(),
            mood: Arc::new(AtomicU16::new(WELL)),
            messages: Arc::default(),
        };
        let at_work = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = at_work.clone();
                tokio::spawn(async move { server.talk(stream).await.unwrap_or_default() });
            }
        });
        server
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    pub fn is(&self, mood: u16) {
        self.mood.store(mood, Ordering::SeqCst);
    }

    /// What it took since it was last asked, each with its `RCPT` lines before it.
    pub fn took(&self) -> Vec<String> {
        std::mem::take(&mut self.messages.lock().expect("no panic"))
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mood = self.mood.load(Ordering::SeqCst);
        let mut stream = BufReader::new(stream);
        if mood == SILENT {
            // Until the other side gives up.
            return stream.read_to_end(&mut Vec::new()).await.map(drop);
        }
        stream.write_all(b"220 here\r\n").await?;
        let mut message = String::new();
        let mut line = String::new();
        while stream.read_line(&mut line).await? > 0 {
            let said = line.trim_end().to_ascii_uppercase();
            let answer = match said.split([' ', ':']).next().unwrap_or_default() {
                "EHLO" => "250-here\r\n250 8BITMIME\r\n",
                "RCPT" if mood == BUSY => "451 later\r\n",
                "RCPT" => {
                    message += &line;
                    "250 fine\r\n"
                }
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await?;
                    let mut text = String::new();
                    while !text.ends_with("\r\n.\r\n") && stream.read_line(&mut text).await? > 0 {}
                    message += &text;
                    self.messages
                        .lock()
                        .expect("no panic")
                        .push(std::mem::take(&mut message));
                    "250 taken\r\n"
                }
                "QUIT" => "221 bye\r\n",
                _ => "250 fine\r\n",
            };
            stream.write_all(answer.as_bytes()).await?;
            line.clear();
        }
        Ok(())
    }
}

/// A system that is called: what it answers, and what it was told.
#[derive(Clone)]
pub struct Called {
    pub port: u16,
    answer: Arc<Mutex<String>>,
    heard: Arc<Mutex<Vec<String>>>,
    hangs: Arc<AtomicBool>,
    pub connections: Arc<AtomicUsize>,
    /// Told after each call it heard.
    pub rang: Arc<Notify>,
}

impl Called {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let called = Self {
            port: listener.local_addr().expect("an address").port(),
            answer: Arc::new(Mutex::new("204 No Content\r\n".to_owned())),
            heard: Arc::default(),
            hangs: Arc::default(),
            connections: Arc::default(),
            rang: Arc::default(),
        };
        let at_work = called.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                at_work.connections.fetch_add(1, Ordering::SeqCst);
                let called = at_work.clone();
                tokio::spawn(async move { called.talk(stream).await.unwrap_or_default() });
            }
        });
        called
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook", self.port)
    }

    /// What it answers from now on: the status, and headers with an end of line each.
    pub fn answers(&self, answer: &str) {
        answer.clone_into(&mut self.answer.lock().expect("no panic"));
    }

    /// From now on it hears and never answers.
    pub fn hangs(&self) {
        self.hangs.store(true, Ordering::SeqCst);
    }

    /// What it was told since it was last asked: whole requests.
    pub fn heard(&self) -> Vec<String> {
        std::mem::take(&mut self.heard.lock().expect("no panic"))
    }

    async fn talk(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut bytes = Vec::new();
        loop {
            let mut piece = [0; 4096];
            let read = stream.read(&mut piece).await?;
            bytes.extend_from_slice(&piece[..read]);
            let text = String::from_utf8_lossy(&bytes);
            let Some((head, body)) = text.split_once("\r\n\r\n") else {
                if read == 0 {
                    return Ok(());
                }
                continue;
            };
            let length = head.to_ascii_lowercase();
            let length = length
                .lines()
                .find_map(|it| it.strip_prefix("content-length: ").map(str::to_owned));
            let length: usize = length.and_then(|it| it.parse().ok()).unwrap_or_default();
            if body.len() >= length || read == 0 {
                break;
            }
        }
        let heard = String::from_utf8_lossy(&bytes).into_owned();
        self.heard.lock().expect("no panic").push(heard);
        self.rang.notify_one();
        if self.hangs.load(Ordering::SeqCst) {
            // Until the other side gives up.
            return stream.read_to_end(&mut Vec::new()).await.map(drop);
        }
        let answer = self.answer.lock().expect("no panic").clone();
        let answer = format!("HTTP/1.1 {answer}content-length: 0\r\nconnection: close\r\n\r\n");
        stream.write_all(answer.as_bytes()).await
    }
}
