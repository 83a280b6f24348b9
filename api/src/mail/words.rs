//! What words of ours are called in the sentences of mails, and how money and days are written there. Pure.

use chrono::{Datelike as _, NaiveDate};

use crate::kernel::{Amount, CloseReason, Language, UpdateKind};

pub fn money(amount: Amount, currency: &str, language: Language) -> String {
    let text = amount.to_string();
    let (whole, cents) = text.split_once('.').unwrap_or((&text, "00"));
    let (group, point) = match language {
        Language::En => (',', '.'),
        Language::Es => ('.', ','),
        Language::Fr => ('\u{202f}', ','),
    };
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(group);
        }
        grouped.push(digit);
    }
    match language {
        Language::En => format!("{currency} {grouped}{point}{cents}"),
        Language::Es | Language::Fr => format!("{grouped}{point}{cents} {currency}"),
    }
}

const MONTHS: [[&str; 12]; 3] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
];

pub fn day(day: NaiveDate, language: Language) -> String {
    let month = |of: usize| MONTHS[of][day.month0() as usize % 12];
    match language {
        Language::En => format!("{} {} {}", day.day(), month(0), day.year()),
        Language::Es => format!("{} de {} de {}", day.day(), month(1), day.year()),
        Language::Fr => format!("{} {} {}", day.day(), month(2), day.year()),
    }
}

fn pick(language: Language, [en, es, fr]: [&'static str; 3]) -> &'static str {
    match language {
        Language::En => en,
        Language::Es => es,
        Language::Fr => fr,
    }
}

/// Why a pledge ended: a reason of the program's own as a sentence, one that somebody wrote as it is.
pub fn release_reason(reason: &str, language: Language) -> String {
    let known = match reason {
        "condition_not_met" => [
            "Its conditions were not met when the project was funded.",
            "Sus condiciones no se cumplían cuando el proyecto quedó financiado.",
            "Ses conditions n’étaient pas remplies quand le projet a été financé.",
        ],
        "project_funded" => [
            "The project was funded before a lead approved it.",
            "El proyecto quedó financiado antes de que una persona responsable la aprobara.",
            "Le projet a été financé avant qu’une personne responsable ne l’approuve.",
        ],
        "project_closed" => ["The project was closed.", "El proyecto se cerró.", "Le projet a été fermé."],
        written => return written.to_owned(),
    };
    pick(language, known).to_owned()
}

pub fn close_reason(reason: CloseReason, language: Language) -> &'static str {
    let words = match reason {
        CloseReason::Withdrawn => ["It was withdrawn.", "Se ha retirado.", "Il a été retiré."],
        CloseReason::Superseded => {
            ["Something else takes its place.", "Otra cosa ocupa su lugar.", "Autre chose prend sa place."]
        }
        CloseReason::Declined => ["It was declined.", "Se ha rechazado.", "Il a été refusé."],
        CloseReason::NotFunded => {
            ["Its goal was not reached.", "No se alcanzó su objetivo.", "Son objectif n’a pas été atteint."]
        }
        CloseReason::FundedElsewhere => {
            ["It is paid for from elsewhere.", "Se paga con otros fondos.", "Il est financé par ailleurs."]
        }
        CloseReason::UpstreamRejected => [
            "The software it was to change does not want the change.",
            "El software que iba a cambiar no acepta el cambio.",
            "Le logiciel qu’il devait modifier refuse le changement.",
        ],
        CloseReason::Other => ["Staff closed it.", "El equipo lo ha cerrado.", "L’équipe l’a fermé."],
    };
    pick(language, words)
}

pub fn update_kind(kind: UpdateKind, language: Language) -> &'static str {
    let words = match kind {
        UpdateKind::Demo => ["A demo", "Una demostración", "Une démonstration"],
        UpdateKind::Milestone => ["A milestone", "Un hito", "Une étape"],
        UpdateKind::Delay => ["A delay", "Un retraso", "Un retard"],
        UpdateKind::News => ["News", "Novedades", "Des nouvelles"],
    };
    pick(language, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_and_days_are_written_as_readers_write_them() {
        let amount = Amount::parse("1234567.80").unwrap();
        assert_eq!(money(amount, "USD", Language::En), "USD 1,234,567.80");
        assert_eq!(money(amount, "USD", Language::Es), "1.234.567,80 USD");
        assert_eq!(money(amount, "USD", Language::Fr), "1\u{202f}234\u{202f}567,80 USD");
        let last = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        assert_eq!(day(last, Language::En), "1 December 2026");
        assert_eq!(day(last, Language::Es), "1 de diciembre de 2026");
        assert_eq!(day(last, Language::Fr), "1 décembre 2026");
    }

    #[test]
    fn what_somebody_wrote_stays_as_it_is() {
        assert_eq!(release_reason("They asked us to", Language::Fr), "They asked us to");
        assert!(release_reason("project_closed", Language::Es).starts_with("El proyecto"));
    }
}
