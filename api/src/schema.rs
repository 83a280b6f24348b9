// Written by `cargo xtask schema` from the migrated database.

diesel::table! {
    access_tokens (id) {
        id -> Uuid,
        user_id -> Uuid,
        name -> Text,
        scopes -> Array<Text>,
        hint -> Text,
        digest -> Bytea,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        last_used_at -> Nullable<Timestamptz>,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    audit_log (id) {
        id -> Uuid,
        at -> Timestamptz,
        actor_kind -> Text,
        actor_id -> Nullable<Uuid>,
        action -> Text,
        subject_kind -> Text,
        subject_id -> Uuid,
        organization_id -> Nullable<Uuid>,
        detail -> Jsonb,
        request_id -> Nullable<Text>,
    }
}

diesel::table! {
    capacities (quarter) {
        quarter -> Text,
        hours -> Int4,
        version -> Int4,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    follows (project_id, user_id) {
        project_id -> Uuid,
        user_id -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    idempotency_keys (user_id, operation, target, key) {
        user_id -> Uuid,
        operation -> Text,
        target -> Text,
        key -> Text,
        fingerprint -> Bytea,
        status -> Nullable<Int2>,
        etag -> Nullable<Text>,
        sealed_body -> Nullable<Bytea>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    identities (id) {
        id -> Uuid,
        user_id -> Uuid,
        provider -> Text,
        issuer -> Text,
        subject -> Text,
        idp -> Text,
        email -> Nullable<Text>,
        created_at -> Timestamptz,
        last_used_at -> Timestamptz,
    }
}

diesel::table! {
    invitations (id) {
        id -> Uuid,
        organization_id -> Uuid,
        email -> Text,
        role -> Text,
        pledge_limit -> Nullable<Numeric>,
        invited_by -> Uuid,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        accepted_at -> Nullable<Timestamptz>,
        accepted_by -> Nullable<Uuid>,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    ledger_lines (project_id, seq) {
        project_id -> Uuid,
        seq -> Int4,
        at -> Timestamptz,
        kind -> Text,
        data -> Jsonb,
        prev_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    magic_links (id) {
        id -> Uuid,
        user_id -> Uuid,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    memberships (organization_id, user_id) {
        organization_id -> Uuid,
        user_id -> Uuid,
        role -> Text,
        pledge_limit -> Nullable<Numeric>,
        version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    organization_logos (organization_id) {
        organization_id -> Uuid,
        png -> Bytea,
    }
}

diesel::table! {
    organizations (id) {
        id -> Uuid,
        slug -> Text,
        name -> Text,
        kind -> Text,
        tier_id -> Nullable<Uuid>,
        website -> Nullable<Text>,
        ror_id -> Nullable<Text>,
        profile -> Text,
        logo_digest -> Nullable<Text>,
        membership_starts -> Nullable<Date>,
        membership_ends -> Nullable<Date>,
        fiscal_year_start_month -> Int2,
        yearly_ceiling -> Nullable<Numeric>,
        currency -> Text,
        billing_name -> Nullable<Text>,
        billing_email -> Nullable<Text>,
        billing_address -> Nullable<Text>,
        billing_reference -> Nullable<Text>,
        version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    outbox (id) {
        id -> Uuid,
        kind -> Text,
        payload -> Jsonb,
        created_at -> Timestamptz,
        next_attempt_at -> Timestamptz,
        attempts -> Int4,
        last_error -> Nullable<Text>,
        done_at -> Nullable<Timestamptz>,
        dead_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    pledge_versions (pledge_id, version) {
        pledge_id -> Uuid,
        version -> Int4,
        at -> Timestamptz,
        kind -> Text,
        actor_kind -> Text,
        actor_id -> Nullable<Uuid>,
        by_staff -> Bool,
        request_id -> Nullable<Text>,
        reason -> Nullable<Text>,
        state -> Jsonb,
    }
}

diesel::table! {
    pledge_years (pledge_id, fiscal_year) {
        pledge_id -> Uuid,
        organization_id -> Uuid,
        fiscal_year -> Int2,
        numerator -> Int4,
        denominator -> Int4,
        amount -> Numeric,
    }
}

diesel::table! {
    pledges (id) {
        id -> Uuid,
        project_id -> Uuid,
        organization_id -> Uuid,
        place -> Int4,
        status -> Text,
        amount -> Numeric,
        fraction -> Nullable<Text>,
        dust -> Numeric,
        active -> Bool,
        share -> Nullable<Numeric>,
        visibility -> Text,
        named_at -> Nullable<Timestamptz>,
        note -> Nullable<Text>,
        purchase_order -> Nullable<Text>,
        terms_version -> Text,
        min_other_orgs -> Nullable<Int4>,
        min_other_amount -> Nullable<Numeric>,
        min_total -> Nullable<Numeric>,
        requires_org -> Nullable<Uuid>,
        champion_id -> Nullable<Uuid>,
        salt -> Bytea,
        shuffle -> Uuid,
        reason -> Nullable<Text>,
        agreement_reference -> Nullable<Text>,
        agreement_date -> Nullable<Date>,
        currency -> Text,
        version -> Int4,
        placed_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    project_money (project_id) {
        project_id -> Uuid,
        goal -> Nullable<Numeric>,
        pledged -> Numeric,
        ceilings -> Numeric,
        waiting -> Numeric,
        signed -> Numeric,
        collected -> Numeric,
        backers -> Int4,
        waiters -> Int4,
        requests -> Int4,
        dust -> Numeric,
        level -> Nullable<Numeric>,
        extra_to -> Nullable<Int4>,
        tipping_point -> Nullable<Numeric>,
        wakes_at -> Nullable<Numeric>,
        wakes_pledges -> Nullable<Int4>,
        wakes_ceilings -> Nullable<Numeric>,
        next_place -> Int4,
        ledger_seq -> Int4,
        ledger_hash -> Text,
    }
}

diesel::table! {
    project_narratives (project_id, narrative_id) {
        project_id -> Uuid,
        narrative_id -> Uuid,
    }
}

diesel::table! {
    project_reminders (project_id, closes_at, days) {
        project_id -> Uuid,
        closes_at -> Timestamptz,
        days -> Int2,
        at -> Timestamptz,
    }
}

diesel::table! {
    project_texts (project_id) {
        project_id -> Uuid,
        problem -> Text,
        solution -> Text,
        implementation -> Text,
        fit -> Text,
        research -> Text,
        deliverables -> Jsonb,
        links -> Jsonb,
    }
}

diesel::table! {
    project_updates (id) {
        id -> Uuid,
        project_id -> Uuid,
        kind -> Text,
        title -> Text,
        body -> Text,
        posted_by -> Nullable<Uuid>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    projects (id) {
        id -> Uuid,
        slug -> Text,
        title -> Text,
        summary -> Text,
        theme_id -> Nullable<Uuid>,
        visibility -> Text,
        goal_low -> Nullable<Numeric>,
        goal_high -> Nullable<Numeric>,
        capacity_hours -> Nullable<Int4>,
        mode -> Text,
        minimum_pledge -> Numeric,
        pledge_by -> Nullable<Date>,
        time_zone -> Text,
        closes_at -> Nullable<Timestamptz>,
        lapses_at -> Nullable<Timestamptz>,
        funding -> Text,
        delivery -> Text,
        queue_position -> Nullable<Int4>,
        terms_version -> Nullable<Text>,
        candidate_at -> Nullable<Timestamptz>,
        opened_at -> Nullable<Timestamptz>,
        funded_at -> Nullable<Timestamptz>,
        done_at -> Nullable<Timestamptz>,
        closed_at -> Nullable<Timestamptz>,
        close_reason -> Nullable<Text>,
        close_note -> Nullable<Text>,
        currency -> Text,
        version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        is_public -> Bool,
    }
}

diesel::table! {
    sessions (id) {
        id -> Uuid,
        user_id -> Uuid,
        method -> Text,
        generation -> Int4,
        rotated_at -> Timestamptz,
        user_agent -> Nullable<Text>,
        created_at -> Timestamptz,
        last_seen_at -> Timestamptz,
        expires_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
        end_reason -> Nullable<Text>,
    }
}

diesel::table! {
    supports (id) {
        id -> Uuid,
        project_id -> Uuid,
        organization_id -> Uuid,
        kind -> Text,
        sentence -> Nullable<Text>,
        quote_consent -> Bool,
        would_use -> Bool,
        given_by -> Nullable<Uuid>,
        created_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    terms (id) {
        id -> Uuid,
        version -> Text,
        title -> Text,
        body -> Text,
        published_at -> Timestamptz,
        created_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    tiers (id) {
        id -> Uuid,
        slug -> Text,
        name -> Text,
        price -> Nullable<Numeric>,
        currency -> Text,
        summary -> Text,
        offers -> Array<Text>,
        early_look -> Bool,
        quarterly_report -> Bool,
        position -> Int4,
        archived_at -> Nullable<Timestamptz>,
        version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    topics (id) {
        id -> Uuid,
        kind -> Text,
        slug -> Text,
        name -> Text,
        summary -> Text,
        position -> Int4,
        archived_at -> Nullable<Timestamptz>,
        version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    users (id) {
        id -> Uuid,
        email -> Text,
        name -> Text,
        language -> Nullable<Text>,
        time_zone -> Nullable<Text>,
        staff -> Bool,
        admin -> Bool,
        disabled_at -> Nullable<Timestamptz>,
        version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        erased_at -> Nullable<Timestamptz>,
    }
}

diesel::joinable!(access_tokens -> users (user_id));
diesel::joinable!(audit_log -> organizations (organization_id));
diesel::joinable!(audit_log -> users (actor_id));
diesel::joinable!(follows -> projects (project_id));
diesel::joinable!(follows -> users (user_id));
diesel::joinable!(idempotency_keys -> users (user_id));
diesel::joinable!(identities -> users (user_id));
diesel::joinable!(invitations -> organizations (organization_id));
diesel::joinable!(ledger_lines -> projects (project_id));
diesel::joinable!(magic_links -> users (user_id));
diesel::joinable!(memberships -> organizations (organization_id));
diesel::joinable!(memberships -> users (user_id));
diesel::joinable!(organization_logos -> organizations (organization_id));
diesel::joinable!(organizations -> tiers (tier_id));
diesel::joinable!(pledge_versions -> pledges (pledge_id));
diesel::joinable!(pledge_versions -> users (actor_id));
diesel::joinable!(pledge_years -> organizations (organization_id));
diesel::joinable!(pledge_years -> pledges (pledge_id));
diesel::joinable!(pledges -> projects (project_id));
diesel::joinable!(pledges -> users (champion_id));
diesel::joinable!(project_money -> projects (project_id));
diesel::joinable!(project_narratives -> projects (project_id));
diesel::joinable!(project_narratives -> topics (narrative_id));
diesel::joinable!(project_reminders -> projects (project_id));
diesel::joinable!(project_texts -> projects (project_id));
diesel::joinable!(project_updates -> projects (project_id));
diesel::joinable!(project_updates -> users (posted_by));
diesel::joinable!(projects -> topics (theme_id));
diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(supports -> organizations (organization_id));
diesel::joinable!(supports -> projects (project_id));
diesel::joinable!(supports -> users (given_by));
diesel::joinable!(terms -> users (created_by));

diesel::allow_tables_to_appear_in_same_query!(
    access_tokens,
    audit_log,
    capacities,
    follows,
    idempotency_keys,
    identities,
    invitations,
    ledger_lines,
    magic_links,
    memberships,
    organization_logos,
    organizations,
    outbox,
    pledge_versions,
    pledge_years,
    pledges,
    project_money,
    project_narratives,
    project_reminders,
    project_texts,
    project_updates,
    projects,
    sessions,
    supports,
    terms,
    tiers,
    topics,
    users,
);
