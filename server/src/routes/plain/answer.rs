//! What a leader says to a team's reply.

use app::{
    plain::MOST_ANSWER,
    walk::{Kind, ReplyAnswered},
};
use axum::{Form, response::Response};
use serde::Deserialize;

use super::visit::Visit;
use crate::error::Failure;

/// The form below a reply.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Said {
    fact: String,
    reply: String,
    text: String,
}

/// Notes what the leader says to a reply to friction of this walk; empty takes it back.
pub async fn answer_reply(visit: Visit, Form(said): Form<Said>) -> Result<Response, Failure> {
    let replies = visit.desk.briefing().await?.replies;
    let mut here = replies.iter().filter(|it| it.walk == visit.book.id);
    let reply = here
        .find(|it| it.id == said.reply)
        .ok_or(Failure::NotFound)?;
    let text = said.text.replace("\r\n", "\n").trim().to_owned();
    if text.chars().count() > MOST_ANSWER {
        return Err(Failure::TooLarge);
    }
    let answered = ReplyAnswered {
        reply: reply.id.clone(),
        friction: reply.friction,
        text,
    };
    let mut before = visit.book.walk.answers.iter();
    let known = before.find(|it| it.reply == answered.reply);
    if known.map_or("", |it| it.text.as_str()) != answered.text {
        let kind = Kind::ReplyAnswered(answered);
        visit.write(&said.fact, &[kind]).await?;
    }
    Ok(visit.to_walk())
}
