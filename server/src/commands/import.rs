//! Taking services and tasks from a file.

use std::path::Path;

use super::{
    arguments::{Import, ImportTasks},
    say,
    serve::eprint_line,
    stop::{Result, Stop},
};
use crate::{
    import::{self, Offer, Wrongs},
    store::StoreError,
};

pub(super) async fn import(import: Import) -> Result<()> {
    let Import::Tasks(tasks) = import;
    let offer = read(&tasks.file)?.map_err(|wrongs| told(&tasks.file, &wrongs))?;
    take(&tasks, &offer).await?;
    let (services, tasks) = (offer.services.len(), offer.tasks.len());
    say(&format!("Took {services} services and {tasks} tasks.\n"))
}

fn read(file: &Path) -> Result<std::result::Result<Offer, Wrongs>> {
    let bytes =
        std::fs::read(file).map_err(|error| Stop::bad(format!("{}: {error}", file.display())))?;
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("json") => Ok(match std::str::from_utf8(&bytes) {
            Ok(text) => import::from_json(text),
            Err(_) => Err(vec!["this is not text in UTF-8".to_owned()]),
        }),
        Some("csv") => Ok(import::from_csv(&bytes)),
        _ => Err(Stop::bad(format!(
            "{}: the file must end in .json or .csv",
            file.display()
        ))),
    }
}

fn told(file: &Path, wrongs: &Wrongs) -> Stop {
    for wrong in wrongs {
        eprint_line(wrong);
    }
    let many = match wrongs.len() {
        1 => "1 thing to put right".to_owned(),
        n => format!("{n} things to put right"),
    };
    Stop::failed(format!("{}: {many}; nothing was changed", file.display()))
}

async fn take(tasks: &ImportTasks, offer: &Offer) -> Result<()> {
    let store = tasks.place.open_store().await?;
    match store
        .put_tasks(&tasks.organisation, &offer.services, &offer.tasks)
        .await
    {
        Err(StoreError::NotFound) => Err(Stop::bad(format!(
            "there is no organisation {}",
            tasks.organisation
        ))),
        other => Ok(other?),
    }
}
