//! Mail, by SMTP.

use std::{fmt, time::Duration};

use app::{
    walk::{Lang, Text, month::YearMonth},
    words::{Mails, dates, fill, k_of_n},
};
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use crate::{
    state::App,
    store::{AT_ONCE, Job, StoreError, To, Way},
};

/// How long one message may take, from the first to the last byte.
const LONGEST: Duration = Duration::from_secs(20);
/// The longest subject.
const MOST_SUBJECT: usize = 200;

/// The mail server, and who writes.
#[derive(Clone)]
pub struct Post {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    longest: Duration,
}

/// One message.
#[derive(Clone, Debug)]
struct Letter {
    id: String,
    to: String,
    subject: String,
    body: String,
    /// Where what is sent is chosen, and ended.
    choose: String,
    /// Where it is ended in one step.
    stop: String,
}

impl Post {
    /// The server at `smtps://USER:PASSWORD@HOST` or `smtp://…?tls=required`; without encryption only on this machine.
    ///
    /// # Errors
    /// What is wrong with it, in a few words and without the password.
    pub fn at(url: &str, from: &str) -> Result<Self, String> {
        let parsed: reqwest::Url = url.parse().map_err(|_| "it is no address".to_owned())?;
        let here = matches!(parsed.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        let required = |(name, value): (std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)| {
            name == "tls" && value == "required"
        };
        let safe = match parsed.scheme() {
            "smtps" => true,
            "smtp" => here || parsed.query_pairs().any(required),
            _ => return Err("it must begin with smtps:// or smtp://".to_owned()),
        };
        if !safe {
            return Err(
                "without encryption: use smtps://, or smtp:// with ?tls=required".to_owned(),
            );
        }
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "it cannot be read".to_owned())?;
        let from = address(from).ok_or("--mail-from is no address")?;
        Ok(Self {
            server: server.timeout(Some(LONGEST / 2)).build(),
            from: Mailbox::new(Some("Firsthand".to_owned()), from),
            longest: LONGEST,
        })
    }

    /// With as much patience for one message.
    #[must_use]
    pub fn patient(self, longest: Duration) -> Self {
        Self { longest, ..self }
    }

    async fn send(&self, letter: Letter) -> Result<(), String> {
        let message = self.message(letter)?;
        let sending = self.server.send(message);
        match tokio::time::timeout(self.longest, sending).await {
            Err(_) => Err("slow".to_owned()),
            Ok(Ok(_)) => Ok(()),
            // What the server says may name the address: only its code is kept.
            Ok(Err(error)) => Err(match error.status() {
                Some(code) => format!("refused {code}"),
                None if error.is_timeout() => "slow".to_owned(),
                None => "no answer".to_owned(),
            }),
        }
    }

    fn message(&self, letter: Letter) -> Result<Message, String> {
        let to = address(&letter.to).ok_or("no address")?;
        let host = self.from.email.domain();
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(one_line(&letter.subject))
            .message_id(Some(format!("<{}@{host}>", letter.id)))
            .header(ContentType::TEXT_PLAIN)
            .body([&letter.body, "\n\n-- \n", &letter.choose, "\n"].concat())
            .map_err(|_| "no message".to_owned())?;
        let headers = message.headers_mut();
        for (name, value) in [
            (
                HeaderName::new_from_ascii_str("List-Unsubscribe"),
                format!("<{}>", one_line(&letter.stop)),
            ),
            (
                HeaderName::new_from_ascii_str("List-Unsubscribe-Post"),
                "List-Unsubscribe=One-Click".to_owned(),
            ),
            (
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ),
        ] {
            headers.insert_raw(HeaderValue::new(name, value));
        }
        Ok(message)
    }
}

impl fmt::Debug for Post {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Post").finish_non_exhaustive()
    }
}

/// An address of one mailbox, that can stand in a header and nowhere else.
#[must_use]
pub fn address(typed: &str) -> Option<Address> {
    let plain = typed.len() <= 254 && typed.bytes().all(|byte| byte.is_ascii_graphic());
    let odd = typed.contains(['<', '>', ',', ';', '"', '\\', '(', ')', '[', ']', ':']);
    if !plain || odd {
        return None;
    }
    let address: Address = typed.parse().ok()?;
    address.domain().contains('.').then_some(address)
}

/// Sends what is due; how many messages that were. What cannot be sent stays, and is tried again.
///
/// # Errors
/// When the database does not answer.
pub async fn post_due(app: &App) -> Result<usize, StoreError> {
    let Some(post) = &app.post else {
        return Ok(0);
    };
    let jobs = app.store.lease(Way::Mail, AT_ONCE, app.clock.now()).await?;
    let due = jobs.len();
    for job in jobs {
        let Some(letter) = letter(&app.base_url, &job) else {
            app.store.not_sent(&job, "unknown", app.clock.now()).await?;
            continue;
        };
        match post.send(letter).await {
            Ok(()) => app.store.sent(&job, app.clock.now()).await?,
            Err(fault) => {
                tracing::warn!(
                    topic = job.topic,
                    fault,
                    "mail was not sent, and is tried again"
                );
                app.store.not_sent(&job, &fault, app.clock.now()).await?;
            }
        }
    }
    Ok(due)
}

fn letter(base_url: &str, job: &Job) -> Option<Letter> {
    let To::Mail {
        address,
        secret,
        lang,
    } = &job.to
    else {
        return None;
    };
    let words = Mails::of(*lang);
    let chosen = [base_url, "/mail?t=", secret].concat();
    let (subject, body) = match job.topic.as_str() {
        "confirm" => (
            words.confirm_subject.to_owned(),
            fill(words.confirm_body, &[("link", &chosen)]),
        ),
        "risk" => risk(base_url, job, *lang)?,
        "digest" => digest(base_url, job, *lang),
        "month" => month(base_url, job, *lang)?,
        _ => return None,
    };
    Some(Letter {
        id: job.id.clone(),
        to: address.clone(),
        subject,
        body,
        choose: fill(words.footer, &[("stop", &chosen)]),
        stop: [base_url, "/mail/stop?t=", secret].concat(),
    })
}

fn risk(base_url: &str, job: &Job, lang: Lang) -> Option<(String, String)> {
    let words = Mails::of(lang);
    let service: Text = serde_json::from_value(job.body["service_name"].clone()).ok()?;
    let service = one_line(service.get(lang));
    let friction = job.body["friction"].as_str()?;
    let link = [base_url, "/team/friction/", friction].concat();
    let gaps = [("service", service.as_str()), ("link", &link)];
    Some((
        fill(words.risk_subject, &gaps),
        fill(words.risk_body, &gaps),
    ))
}

fn digest(base_url: &str, job: &Job, lang: Lang) -> (String, String) {
    let words = Mails::of(lang);
    let count = |key: &str| job.body[key].as_i64().unwrap_or_default();
    let felt = match count("days") {
        7 => words.digest_felt_week,
        _ => words.digest_felt_day,
    };
    let mut body = String::new();
    for (text, key) in [
        (felt, "felt"),
        (words.digest_new, "new"),
        (words.digest_back, "back"),
        (words.digest_due, "due"),
    ] {
        if count(key) > 0 {
            body += &fill(text, &[("n", &count(key).to_string())]);
            body.push('\n');
        }
    }
    let link = [base_url, "/team"].concat();
    body.push('\n');
    body += &fill(words.digest_link, &[("link", &link)]);
    (words.digest_subject.to_owned(), body)
}

/// Counts and an address: what anybody wrote stands on the page alone.
fn month(base_url: &str, job: &Job, lang: Lang) -> Option<(String, String)> {
    let words = Mails::of(lang);
    let text = |key: &str| job.body[key].as_str().unwrap_or_default();
    let month: YearMonth = text("month").parse().ok()?;
    let name = dates::month_year(lang, month.month(), month.year()).replace('\u{a0}', " ");
    let count = |key: &str| job.body[key].as_u64().unwrap_or_default();
    let met = k_of_n(lang, count("k"), count("n"));
    let link = format!("{base_url}/board/{month}");
    let gaps = [
        ("month", name.as_str()),
        ("version", text("version")),
        ("k_of_n", &met),
        ("fingerprint", text("fingerprint")),
        ("link", &link),
    ];
    let subject = match text("version") {
        "1" => words.month_subject,
        _ => words.month_again_subject,
    };
    let mut body = match count("n") {
        0 => String::new(),
        _ => fill(words.month_met, &gaps) + "\n",
    };
    if !text("fingerprint").is_empty() {
        body += &fill(words.month_fingerprint, &gaps);
        body.push('\n');
    }
    body += "\n";
    body += &fill(words.month_link, &gaps);
    Some((fill(subject, &gaps), body))
}

/// Without anything that could end a line, and not too long.
fn one_line(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.chars().map(plain).take(MOST_SUBJECT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: &str = "firsthand@aber.example";

    #[test]
    fn an_address_is_one_mailbox_and_nothing_else() {
        for fine in ["ann@aber.example", "a.b+c@aber.gov.uk"] {
            assert!(address(fine).is_some(), "{fine}");
        }
        for bad in [
            "",
            "ann",
            "ann@localhost",
            "ann@aber.example\r\nBcc: all@aber.example",
            "ann@aber.example, ben@aber.example",
            "Ann <ann@aber.example>",
            "ann@aber.example\0",
            "ann @aber.example",
            "ann@[127.0.0.1]",
        ] {
            assert!(address(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn nothing_in_a_name_becomes_a_header() {
        let post = Post::at("smtp://localhost:25", FROM).unwrap();
        let letter = Letter {
            id: "1".into(),
            to: "ann@aber.example".into(),
            subject: "Bins\r\nBcc: all@aber.example\u{0}\u{2028}".into(),
            body: "Text\r\n.\r\nQUIT".into(),
            choose: "x".into(),
            stop: "https://f.example/\r\nBcc: you@aber.example".into(),
        };
        let message = post.message(letter).unwrap();
        let written = String::from_utf8(message.formatted()).unwrap();
        let (head, _) = written.split_once("\r\n\r\n").unwrap();
        assert!(!head.contains("\nBcc:"), "{head}");
        assert_eq!(message.envelope().to().len(), 1);
    }

    #[test]
    fn a_password_never_goes_in_the_clear() {
        for fine in [
            "smtps://u:p@mail.example",
            "smtp://u:p@mail.example?tls=required",
            "smtp://localhost:2525",
        ] {
            assert!(Post::at(fine, FROM).is_ok(), "{fine}");
        }
        for bad in [
            "smtp://u:p@mail.example",
            "smtp://u:p@mail.example?tls=opportunistic",
            "http://mail.example",
            "mail.example",
        ] {
            let why = Post::at(bad, FROM).unwrap_err();
            assert!(!why.contains("u:p"), "{why}");
        }
        assert!(Post::at("smtp://localhost", "nobody").is_err());
    }
}
