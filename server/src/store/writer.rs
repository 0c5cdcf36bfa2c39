//! SQLite's one writer: gathers what phones send, and makes many requests durable with one write to the disk.

use app::wire::SyncItem;
use tokio::sync::{mpsc, oneshot};

use super::{Db, StoreError, append::by_itself, db::Result, intake::Intake, keep::keep};

/// The most requests that wait. Further ones wait before they are taken.
const MOST_WAITING: usize = 2048;
/// The most facts in one transaction, unless one request alone has more.
const MOST_FACTS: usize = 1024;

/// The way to the writer. It ends when the store does.
#[derive(Clone, Debug)]
pub(super) struct Writer(mpsc::Sender<Job>);

#[derive(Debug)]
struct Job {
    intake: Intake,
    answer: oneshot::Sender<Result<Vec<SyncItem>>>,
}

impl Writer {
    pub(super) fn start(db: Db) -> Self {
        let (sender, jobs) = mpsc::channel(MOST_WAITING);
        tokio::spawn(write(db, jobs));
        Self(sender)
    }

    /// Answers once the request is durable. An error says that it is not, or that nobody knows.
    pub(super) async fn append(&self, intake: Intake) -> Result<Vec<SyncItem>> {
        let (answer, answered) = oneshot::channel();
        let job = Job { intake, answer };
        self.0.send(job).await.map_err(|_| StoreError::Closed)?;
        answered.await.map_err(|_| StoreError::Closed)?
    }
}

/// While one batch is written to the disk the next gathers, so nobody waits for company.
async fn write(db: Db, mut jobs: mpsc::Receiver<Job>) {
    while let Some(first) = jobs.recv().await {
        let mut facts = first.intake.facts.len();
        let mut batch = vec![first];
        while facts < MOST_FACTS
            && let Ok(job) = jobs.try_recv()
        {
            facts += job.intake.facts.len();
            batch.push(job);
        }
        // A task of its own: should it ever panic, its requests hear of it and the next batch is written all the same.
        if let Err(error) = tokio::spawn(write_batch(db.clone(), batch)).await {
            tracing::error!(%error, "a batch of facts was not written");
        }
    }
}

async fn write_batch(db: Db, batch: Vec<Job>) {
    match together(&db, &batch).await {
        Ok(answers) => {
            for (job, items) in batch.into_iter().zip(answers) {
                job.tell(Ok(items));
            }
        }
        Err(StoreError::Full) => {
            for job in batch {
                job.tell(Err(StoreError::Full));
            }
        }
        // One request that fails must not take the others with it.
        Err(error) => {
            tracing::warn!(%error, requests = batch.len(), "writing each request by itself");
            for job in batch {
                let done = by_itself(&db, &job.intake).await;
                job.tell(done);
            }
        }
    }
}

async fn together(db: &Db, batch: &[Job]) -> Result<Vec<Vec<SyncItem>>> {
    let mut tx = db.begin().await?;
    let intakes: Vec<&Intake> = batch.iter().map(|job| &job.intake).collect();
    let answers = keep(&mut tx, &intakes).await?;
    tx.commit().await?;
    Ok(answers)
}

impl Job {
    /// Whoever asked may be gone; what was stored stays stored.
    fn tell(self, done: Result<Vec<SyncItem>>) {
        self.answer.send(done).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing() -> Intake {
        Intake {
            organisation: String::new(),
            person: String::new(),
            time_zone: String::new(),
            sent_at: 0,
            received_at: 0,
            facts: Vec::new(),
        }
    }

    #[tokio::test]
    async fn a_writer_that_is_gone_is_an_error_and_no_wait() {
        let (sender, jobs) = mpsc::channel(1);
        let writer = Writer(sender);
        // It takes the request, and dies with it in its hands.
        let (asked, ()) = tokio::join!(writer.append(nothing()), async {
            let mut jobs = jobs;
            drop(jobs.recv().await);
        });
        assert!(matches!(asked, Err(StoreError::Closed)));
        assert!(matches!(
            writer.append(nothing()).await,
            Err(StoreError::Closed)
        ));
    }
}
