//! Signals, in the manner of Leptos: values that screens follow. One thread, handles that copy, everything owned by the
//! effect it was made in. Leptos's own are made for servers too, and cost the phone several times as many bytes.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    marker::PhantomData,
    rc::Rc,
};

use super::store;

/// A place in the arena. The generation tells a place that was given to something else since.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    at: usize,
    generation: u32,
}

#[derive(Default)]
struct Slot {
    generation: u32,
    thing: Option<Rc<Thing>>,
}

/// A value, or an effect.
struct Thing {
    /// Grows with every thing made: effects run in the order they were made.
    order: u32,
    value: Rc<dyn Any>,
    run: Option<Rc<dyn Fn()>>,
    /// Effects that follow this value.
    followers: RefCell<Vec<Key>>,
    /// Values this effect follows.
    sources: RefCell<Vec<Key>>,
    /// Things made in this effect's last run.
    made: RefCell<Vec<Key>>,
    cleanups: RefCell<Vec<Box<dyn FnOnce()>>>,
}

#[derive(Default)]
struct Arena {
    slots: RefCell<Vec<Slot>>,
    free: RefCell<Vec<usize>>,
    order: Cell<u32>,
    /// The effect that owns what is made now.
    owner: Cell<Option<Key>>,
    /// The effect that follows what is read now.
    reader: Cell<Option<Key>>,
    waiting: RefCell<Vec<Key>>,
    /// What waits will be run: the browser has been asked, or it is being done.
    called: Cell<bool>,
}

thread_local! {
    static ARENA: Arena = Arena::default();
}

fn arena<T>(work: impl FnOnce(&Arena) -> T) -> T {
    ARENA.with(work)
}

#[inline(never)]
fn thing(key: Key) -> Option<Rc<Thing>> {
    arena(|arena| {
        let slots = arena.slots.borrow();
        slots
            .get(key.at)
            .filter(|slot| slot.generation == key.generation)?
            .thing
            .clone()
    })
}

fn make(value: Rc<dyn Any>, run: Option<Rc<dyn Fn()>>) -> Key {
    arena(|arena| {
        arena.order.set(arena.order.get().wrapping_add(1));
        let made = Thing {
            order: arena.order.get(),
            value,
            run,
            followers: RefCell::default(),
            sources: RefCell::default(),
            made: RefCell::default(),
            cleanups: RefCell::default(),
        };
        let mut slots = arena.slots.borrow_mut();
        let at = arena.free.borrow_mut().pop().unwrap_or_else(|| {
            slots.push(Slot::default());
            slots.len() - 1
        });
        let generation = slots.get_mut(at).map_or(0, |slot| {
            slot.thing = Some(Rc::new(made));
            slot.generation
        });
        Key { at, generation }
    })
}

/// Makes something that lives as long as the effect being run.
fn make_owned(value: Rc<dyn Any>, run: Option<Rc<dyn Fn()>>) -> Key {
    let key = make(value, run);
    if let Some(owner) = arena(|arena| arena.owner.get()).and_then(thing) {
        owner.made.borrow_mut().push(key);
    }
    key
}

fn dispose(key: Key) {
    let Some(gone) = thing(key) else { return };
    unmake(&gone);
    forget_sources(key, &gone);
    arena(|arena| {
        if let Some(slot) = arena.slots.borrow_mut().get_mut(key.at) {
            slot.thing = None;
            slot.generation = slot.generation.wrapping_add(1);
        }
        arena.free.borrow_mut().push(key.at);
    });
}

/// Disposes of what an effect made in its last run.
fn unmake(effect: &Thing) {
    for cleanup in effect.cleanups.take() {
        cleanup();
    }
    for made in effect.made.take() {
        dispose(made);
    }
}

fn forget_sources(key: Key, effect: &Thing) {
    for source in effect.sources.take() {
        if let Some(source) = thing(source) {
            source
                .followers
                .borrow_mut()
                .retain(|follower| *follower != key);
        }
    }
}

fn run(key: Key) {
    let Some(effect) = thing(key) else { return };
    let Some(work) = effect.run.clone() else {
        return;
    };
    unmake(&effect);
    forget_sources(key, &effect);
    let (owner, reader) = arena(|arena| {
        (
            arena.owner.replace(Some(key)),
            arena.reader.replace(Some(key)),
        )
    });
    work();
    arena(|arena| {
        arena.owner.set(owner);
        arena.reader.set(reader);
    });
}

#[inline(never)]
fn follow(key: Key) {
    let Some(reader) = arena(|arena| arena.reader.get()) else {
        return;
    };
    let Some(value) = thing(key) else { return };
    if !value.followers.borrow().contains(&reader) {
        value.followers.borrow_mut().push(reader);
        if let Some(reader) = thing(reader) {
            reader.sources.borrow_mut().push(key);
        }
    }
}

/// Lets every follower run again, soon.
#[inline(never)]
fn notify(key: Key) {
    let Some(value) = thing(key) else { return };
    let idle = arena(|arena| {
        let mut waiting = arena.waiting.borrow_mut();
        for follower in value.followers.borrow().iter() {
            if !waiting.contains(follower) {
                waiting.push(*follower);
            }
        }
        !waiting.is_empty() && !arena.called.replace(true)
    });
    if idle {
        store::spawn(async { flush() });
    }
}

fn flush() {
    while let Some(next) = next_waiting() {
        run(next);
    }
    arena(|arena| arena.called.set(false));
}

/// The waiting effect made first: what others follow runs before them.
fn next_waiting() -> Option<Key> {
    arena(|arena| {
        let mut waiting = arena.waiting.borrow_mut();
        let order = |key: &Key| thing(*key).map_or(0, |effect| effect.order);
        let first = (0..waiting.len()).min_by_key(|at| waiting.get(*at).map(order))?;
        Some(waiting.swap_remove(first))
    })
}

/// Runs now, and again whenever a value it read has changed, for as long as its owner lives.
pub fn effect(work: Rc<dyn Fn()>) {
    run(make_owned(Rc::new(()), Some(work)));
}

/// Runs when the effect being run is run again, or is no more.
pub fn on_cleanup(work: impl FnOnce() + 'static) {
    if let Some(owner) = arena(|arena| arena.owner.get()).and_then(thing) {
        owner.cleanups.borrow_mut().push(Box::new(work));
    }
}

/// Reads without following.
pub fn untrack<T>(work: impl FnOnce() -> T) -> T {
    let reader = arena(|arena| arena.reader.replace(None));
    let value = work();
    arena(|arena| arena.reader.set(reader));
    value
}

/// A value that effects follow. A handle: it copies.
pub struct RwSignal<T>(Key, PhantomData<T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: 'static> RwSignal<T> {
    /// A value, owned by the effect being run.
    pub fn new(value: T) -> Self {
        Self(make_owned(Rc::new(RefCell::new(value)), None), PhantomData)
    }

    /// The value itself; nothing once it is no more.
    fn cell(self) -> Option<Rc<RefCell<T>>> {
        thing(self.0)?.value.clone().downcast().ok()
    }

    /// Follows it.
    pub fn track(self) {
        follow(self.0);
    }

    /// Looks at it, without following; nothing once it is no more.
    pub fn try_look<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        Some(look(&self.cell()?.borrow()))
    }

    /// Changes it and tells nobody; nothing once it is no more.
    pub fn try_change<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        Some(change(&mut self.cell()?.borrow_mut()))
    }

    /// Changes it, and lets its followers run again.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_change(change);
        notify(self.0);
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        self.update(|held| *held = value);
    }
}

impl<T: Default + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

/// Reading a value, with or without following it. Reading what is no more is a fault of ours, and panics.
pub trait Read<T: 'static>: Copy {
    /// The value behind the handle.
    fn signal(self) -> RwSignal<T>;

    /// Looks at it, without following.
    fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.signal()
            .try_look(look)
            .expect("a value is read only while its screen is there")
    }

    /// Looks at it, and follows it.
    fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.signal().track();
        self.with_untracked(look)
    }

    /// A copy of it, without following.
    fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// A copy of it; follows it.
    fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }
}

impl<T: 'static> Read<T> for RwSignal<T> {
    fn signal(self) -> RwSignal<T> {
        self
    }
}

/// A value made of others; its followers run only when it differs.
pub struct Memo<T>(RwSignal<T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + 'static> Memo<T> {
    /// What `work` gives, kept up to date.
    pub fn new(work: impl Fn() -> T + 'static) -> Self {
        let memo = Rc::new(Cell::new(None::<RwSignal<T>>));
        let held = Rc::clone(&memo);
        let owner = arena(|arena| arena.owner.get());
        effect(Rc::new(move || {
            let new = work();
            match held.get() {
                // Made once, for the owner of the memo and not for one run of this effect.
                None => held.set(Some(owned_by(owner, || RwSignal::new(new)))),
                Some(signal) if signal.try_look(|old| *old != new) == Some(true) => signal.set(new),
                Some(_) => {}
            }
        }));
        Self(memo.get().expect("an effect runs at once"))
    }
}

fn owned_by<T>(owner: Option<Key>, work: impl FnOnce() -> T) -> T {
    let before = arena(|arena| arena.owner.replace(owner));
    let made = work();
    arena(|arena| arena.owner.set(before));
    made
}

impl<T: 'static> Read<T> for Memo<T> {
    fn signal(self) -> RwSignal<T> {
        self.0
    }
}

/// A value that nobody follows. A handle: it copies.
pub struct StoredValue<T>(RwSignal<T>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// A value, owned by the effect being run.
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }

    /// Looks at it.
    pub fn with_value<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.with_untracked(look)
    }

    /// A copy of it.
    pub fn get_value(self) -> T
    where
        T: Clone,
    {
        self.0.get_untracked()
    }

    /// A copy of it; nothing once it is no more.
    pub fn try_get_value(self) -> Option<T>
    where
        T: Clone,
    {
        self.0.try_look(T::clone)
    }

    /// Changes it; nothing once it is no more.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.0.try_change(change)
    }

    /// Puts another value in its place.
    pub fn set_value(self, value: T) {
        self.0.try_change(|held| *held = value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the browser does after each turn; here nobody asks it to.
    fn set_and_settle(signal: RwSignal<i32>, value: i32) {
        arena(|arena| arena.called.set(true));
        signal.set(value);
        flush();
    }

    #[test]
    fn an_effect_runs_at_once_and_after_each_change() {
        let (signal, seen) = (RwSignal::new(1), Rc::new(RefCell::new(Vec::new())));
        let log = Rc::clone(&seen);
        effect(Rc::new(move || log.borrow_mut().push(signal.get())));
        set_and_settle(signal, 2);
        assert_eq!(*seen.borrow(), [1, 2]);
    }

    #[test]
    fn a_memo_speaks_only_when_it_differs() {
        let (signal, runs) = (RwSignal::new(1), Rc::new(Cell::new(0)));
        let even = Memo::new(move || signal.get() % 2 == 0);
        let count = Rc::clone(&runs);
        effect(Rc::new(move || {
            even.get();
            count.set(count.get() + 1);
        }));
        for value in [3, 5, 6] {
            set_and_settle(signal, value);
        }
        assert_eq!((even.get_untracked(), runs.get()), (true, 2));
    }

    #[test]
    fn what_an_effect_made_goes_when_it_runs_again() {
        let (signal, last) = (RwSignal::new(1), Rc::new(Cell::new(None)));
        let made = Rc::clone(&last);
        effect(Rc::new(move || {
            signal.track();
            made.set(Some(RwSignal::new(signal.get_untracked())));
        }));
        let first = last.get().expect("made");
        set_and_settle(signal, 2);
        assert_eq!(first.try_look(|value| *value), None);
        assert_eq!(last.get().expect("made").get_untracked(), 2);
    }
}
