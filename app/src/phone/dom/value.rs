//! What an attribute may be: known, made, missing, or followed.

use std::rc::Rc;

use super::follow;

/// Puts a value where it belongs on an element.
type Put = fn(&web_sys::Element, &'static str, Option<&str>);

/// The value of an attribute.
pub trait IntoValue {
    /// Puts the value there, and every later one.
    fn give(self, element: &web_sys::Element, name: &'static str, put: Put);
}

/// A value at one moment.
pub trait Now {
    /// Puts it there; nothing takes the attribute away.
    fn put(self, element: &web_sys::Element, name: &'static str, put: Put);
}

macro_rules! now {
    ($($of:ty => |$it:ident| $now:expr;)+) => { $(
        impl Now for $of {
            fn put(self, element: &web_sys::Element, name: &'static str, put: Put) { let $it = self; put(element, name, $now); }
        }

        impl IntoValue for $of {
            fn give(self, element: &web_sys::Element, name: &'static str, put: Put) { self.put(element, name, put); }
        }
    )+ };
}

now! {
    &'static str => |it| Some(it);
    String => |it| Some(&it);
    Option<&'static str> => |it| it;
    Option<String> => |it| it.as_deref();
    u32 => |it| Some(&it.to_string());
}

impl<F, T> IntoValue for F
where
    F: Fn() -> T + 'static,
    T: Now,
{
    fn give(self, element: &web_sys::Element, name: &'static str, put: Put) {
        let element = element.clone();
        follow(Rc::new(move || self().put(&element, name, put)));
    }
}
