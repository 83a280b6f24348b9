//! What breaks in the middle is done or not done, never half; and whoever asks again learns which.

mod cut;
mod hang_up;
