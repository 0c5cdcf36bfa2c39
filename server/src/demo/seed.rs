//! Puts the demonstration into a store, the way it goes in real life: people are invited, phones send their walks
//! through the sync route, teams answer at their desks.

use app::{
    team::ReplyText,
    walk::{Fact, FrictionId, Millis, next_id},
    wire::{SyncReply, SyncRequest, SyncStatus},
};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use serde_json::value::to_raw_value;
use tower::ServiceExt;

use super::{
    DemoError,
    changes::Change,
    content::{COUNCIL, Content, NEIGHBOUR},
    timeline::{Event, What, tell},
    voices::Voices,
};
use crate::{
    clock::Clock,
    store::{Begin, Desk, How, NewPerson, Service, Store},
    token,
    viewer::Role,
};

/// Fills an empty store. `clock` is moved through the year and ends at `now`; `router` is the whole server on that
/// store and clock.
pub(super) async fn seed(
    store: &Store,
    router: &Router,
    clock: &Clock,
    now: Millis,
) -> Result<(), DemoError> {
    let content = Content::read()?;
    let (_, council) = content.tasks(COUNCIL)?;
    let (_, neighbour) = content.tasks(NEIGHBOUR)?;
    let events = tell(
        &council,
        &neighbour,
        &Change::read()?,
        &Voices::read()?,
        now,
    )?;
    clock.set(events.first().map_or(now, |event| event.at));
    set_up(store, &content, clock.now()).await?;
    let town = Town {
        store,
        router,
        clock,
        people: &content.people,
    };
    for event in events {
        clock.set(event.at);
        town.happen(event).await?;
    }
    clock.set(now);
    let (services, _) = content.tasks(NEIGHBOUR)?;
    hand_on(&town, &services, now).await
}

/// The neighbour takes offers, and is offered what has waited at its boundary the longest.
async fn hand_on(town: &Town<'_>, services: &[Service], now: Millis) -> Result<(), DemoError> {
    const SAID: &str = "People leave us with the referral done, and hear nothing on your side. Can you see where it stops?";
    let services: Vec<String> = services.iter().map(|it| it.id.clone()).collect();
    let looks_after =
        |it: &&NewPerson| it.organisation == NEIGHBOUR && it.roles.has(Role::Administrator);
    let administrator = town.people.iter().find(looks_after);
    let administrator = administrator.ok_or(DemoError::Nobody("administrator"))?;
    let desk = town.desk(&administrator.id).await?;
    desk.take_offers(&services, now).await?;
    let to = services.iter().find(|id| *id == "outpatients");
    let team = |it: &&NewPerson| it.organisation == COUNCIL && it.roles.has(Role::ServiceTeam);
    for person in town.people.iter().filter(team) {
        let desk = town.desk(&person.id).await?;
        let boundaries = desk.boundaries(now).await?;
        let theirs = boundaries.iter().find(|it| it.to.en == "Cwm Health Board");
        if let (Some(wait), Some(to)) = (theirs.and_then(|it| it.waits.first()), to) {
            let offered = now - 9 * 86_400_000;
            desk.offer(
                wait.thread,
                (NEIGHBOUR, to.as_str()),
                SAID,
                &[],
                &token::fresh(),
                offered,
            )
            .await?;
            break;
        }
    }
    Ok(())
}

async fn set_up(store: &Store, content: &Content, now: Millis) -> Result<(), DemoError> {
    for organisation in &content.organisations {
        store.create_organisation(organisation, now).await?;
        let (services, tasks) = content.tasks(&organisation.id)?;
        store.put_tasks(&organisation.id, &services, &tasks).await?;
    }
    for person in &content.people {
        store.create_person(person, now).await?;
    }
    Ok(())
}

/// The demonstration's organisations, and how its events reach the server.
pub(super) struct Town<'a> {
    store: &'a Store,
    router: &'a Router,
    clock: &'a Clock,
    pub(super) people: &'a [NewPerson],
}

impl Town<'_> {
    async fn happen(&self, event: Event) -> Result<(), DemoError> {
        match event.what {
            What::Sent { leader, facts } => {
                let leaders = self.people.iter().filter(|it| {
                    it.organisation == event.organisation && it.roles.has(Role::Leader)
                });
                let leader = leaders
                    .cycle()
                    .nth(leader)
                    .ok_or(DemoError::Nobody("leader"))?;
                self.send(leader, &facts).await
            }
            What::Seen { service, friction } => {
                let desk = self.desk_of(event.organisation, &service).await?;
                Ok(desk.mark_seen(friction, event.at).await?)
            }
            What::Answered {
                service,
                friction,
                text,
            } => {
                self.answer(event.organisation, &service, friction, &text, event.at)
                    .await
            }
            What::Decided {
                service,
                friction,
                decided,
            } => {
                let desk = self.desk_of(event.organisation, &service).await?;
                let thread = desk.friction(friction, event.at).await?.thread;
                let (thread, _) = thread.ok_or(DemoError::Nobody("thread"))?;
                desk.decide(thread, &decided, event.at).await?;
                Ok(())
            }
            What::LookedBack => self.look_back(event.at).await,
            What::ViewsAsked { month } => self.ask_views(month, event.at).await,
            What::Published { number, month } => self.publish(number, month, event.at).await,
        }
    }

    /// A phone sends a walk through the sync route.
    async fn send(&self, leader: &NewPerson, facts: &[Fact]) -> Result<(), DemoError> {
        let session = self.sign_in(&leader.id).await?;
        let facts = facts.iter().map(to_raw_value).collect::<Result<_, _>>()?;
        let body = serde_json::to_vec(&SyncRequest {
            sent_at: self.clock.now(),
            facts,
        })?;
        let request = Request::post("/api/v1/sync")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::COOKIE, format!("__Host-session={session}"))
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))?;
        let Ok(answer) = self.router.clone().oneshot(request).await;
        let status = answer.status();
        let body = answer.into_body().collect().await?.to_bytes();
        let now = self.clock.now();
        self.store.end_session(&token::hash(&session), now).await?;
        if status != StatusCode::OK {
            return Err(DemoError::NotTaken(
                status,
                String::from_utf8_lossy(&body).into_owned(),
            ));
        }
        let reply: SyncReply = serde_json::from_slice(&body)?;
        match reply
            .items
            .iter()
            .find(|item| item.status != SyncStatus::Stored)
        {
            None => Ok(()),
            Some(item) => Err(DemoError::NotTaken(status, format!("{item:?}"))),
        }
    }

    async fn answer(
        &self,
        organisation: &str,
        service: &str,
        friction: FrictionId,
        text: &str,
        at: Millis,
    ) -> Result<(), DemoError> {
        let desk = self.desk_of(organisation, service).await?;
        let random = friction.0.into_bytes()[6..].try_into().unwrap_or_default();
        let text = ReplyText::parse(text).map_err(|_| DemoError::Nobody("reply"))?;
        Ok(desk
            .reply(friction, &text, next_id(None, at, random), at)
            .await?)
    }

    /// The desk of somebody who answers for a service.
    async fn desk_of(&self, organisation: &str, service: &str) -> Result<Desk, DemoError> {
        let answers = |it: &&NewPerson| {
            it.organisation == organisation && it.services.iter().any(|id| id == service)
        };
        let person = self
            .people
            .iter()
            .find(answers)
            .ok_or(DemoError::Nobody("service team"))?;
        self.desk(&person.id).await
    }

    /// Somebody's desk.
    pub(super) async fn desk(&self, person: &str) -> Result<Desk, DemoError> {
        let session = token::hash(&self.sign_in(person).await?);
        let viewer = self.store.viewer(&session, self.clock.now()).await?;
        self.store.end_session(&session, self.clock.now()).await?;
        viewer
            .map(|viewer| self.store.desk(&viewer))
            .ok_or(DemoError::Nobody("desk"))
    }

    /// A session.
    async fn sign_in(&self, person: &str) -> Result<String, DemoError> {
        let session = token::fresh();
        let begin = Begin {
            person,
            session_hash: &token::hash(&session),
            how: How::Invitation,
            device: "",
        };
        self.store.begin_session(begin, self.clock.now()).await?;
        Ok(session)
    }
}
