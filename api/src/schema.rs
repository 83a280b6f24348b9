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
    }
}

diesel::joinable!(access_tokens -> users (user_id));
diesel::joinable!(audit_log -> organizations (organization_id));
diesel::joinable!(audit_log -> users (actor_id));
diesel::joinable!(idempotency_keys -> users (user_id));
diesel::joinable!(invitations -> organizations (organization_id));
diesel::joinable!(magic_links -> users (user_id));
diesel::joinable!(memberships -> organizations (organization_id));
diesel::joinable!(memberships -> users (user_id));
diesel::joinable!(organization_logos -> organizations (organization_id));
diesel::joinable!(organizations -> tiers (tier_id));
diesel::joinable!(sessions -> users (user_id));

diesel::allow_tables_to_appear_in_same_query!(
    access_tokens,
    audit_log,
    idempotency_keys,
    invitations,
    magic_links,
    memberships,
    organization_logos,
    organizations,
    outbox,
    sessions,
    tiers,
    users,
);
