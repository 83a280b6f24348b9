import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { ApiError, type ErrorCode } from './problem'
import type { FieldCode } from './types'

/**
 * Every code of the API as a sentence: what happened and what to do. The type demands one for each code of the
 * contract, the catalogues demand each in every language.
 */
export const sentences: Record<ErrorCode, MessageDescriptor> = {
  no_answer: msg`Cofund did not answer. Check your connection and try again; nothing is done twice.`,
  not_found: msg`This does not exist, or it is not for you to see.`,
  method_not_allowed: msg`Cofund does not know this request. Reload the page and try again.`,
  unauthenticated: msg`Sign in to do this.`,
  token_invalid: msg`Your sign-in is no longer valid. Sign in again.`,
  session_ended: msg`Your session has ended. Sign in again to go on.`,
  not_a_member: msg`You do not belong to this organisation. Ask one of its leads to invite you.`,
  not_finance: msg`Only the finance people of the organisation may do this. Ask one of them, or staff.`,
  not_a_lead: msg`Only a lead of the organisation may do this. Ask one of them.`,
  not_staff: msg`Only Cofund’s staff may do this.`,
  not_admin: msg`Only an administrator may do this.`,
  scope_missing: msg`The access token does not allow this. Make one with the right scope.`,
  session_required: msg`This works only when you are signed in with a browser, not with an access token.`,
  body_malformed: msg`Cofund could not read the request. Reload the page and try again.`,
  body_invalid: msg`Something in the form is not right yet. Look at the marked fields.`,
  body_too_large: msg`This is too large. Make it smaller and try again.`,
  media_type_unsupported: msg`This kind of file is not accepted. Use PNG, JPEG or WebP.`,
  query_invalid: msg`This address has a filter Cofund does not know. Clear the filters and try again.`,
  header_invalid: msg`Cofund could not read the request. Reload the page and try again.`,
  conflict: msg`Somebody else was faster. Try again.`,
  cursor_invalid: msg`The list has changed since you opened it. Reload it.`,
  if_match_required: msg`Cofund could not tell which version you changed. Reload the page and try again.`,
  version_conflict: msg`Somebody changed this while you worked on it. Reload to see their version, then make your change again.`,
  idempotency_key_invalid: msg`The request’s key is not valid. Reload the page and try again.`,
  idempotency_key_reused: msg`This was already sent with other content. Reload the page to see what counts.`,
  idempotency_in_flight: msg`The same request is still being worked on. Wait a moment and try again.`,
  rate_limited: msg`That was a lot at once. Wait a minute and try again.`,
  link_invalid: msg`This link has been used or has run out. Ask for a new one.`,
  sign_in_over: msg`This sign-in is over: it took too long, or was not begun in this browser. Begin again.`,
  sign_in_declined: msg`The provider did not sign you in. Try again there, or ask for a link by mail.`,
  provider_unreachable: msg`The provider cannot be reached. Try again in a while, or ask for a link by mail.`,
  provider_not_believed: msg`What the provider sent cannot be believed. Begin again, or ask for a link by mail.`,
  address_not_verified: msg`The provider does not vouch for your address. Ask for a link by mail, and add this way on your account page.`,
  identity_unknown: msg`Nobody here signs in like this. If you were invited, open the link in that mail first; if you have an account, add this way on its page.`,
  sign_in_as_before: msg`Sign in as before, or by mail, and add this way on your account page. An address alone lets nobody in twice.`,
  identity_taken: msg`Somebody else signs in like this. One account elsewhere belongs to one person here.`,
  invitation_invalid: msg`This invitation has been used, revoked or has run out. Ask whoever invited you for a new one.`,
  sign_in_to_accept: msg`There is already an account with this address. Sign in to accept the invitation.`,
  invitation_for_someone_else: msg`This invitation is for another address. Sign in with that one to accept it.`,
  already_member: msg`This person already belongs to the organisation.`,
  already_invited: msg`This person has an open invitation. Send it again instead.`,
  email_taken: msg`There is already an account with this address.`,
  slug_taken: msg`This short name is taken. Choose another.`,
  ror_id_taken: msg`Another organisation has this registry identifier. Check it.`,
  tier_archived: msg`This tier is not offered any more. Choose another.`,
  already_supported: msg`Your organisation supports this project in this way already. End that support first, or choose another kind.`,
  terms_version_taken: msg`There are terms with this version already, and published terms never change. Choose another version.`,
  logo_unreadable: msg`This picture cannot be read. Use a PNG, JPEG or WebP of at most 4096 by 4096 pixels.`,
  too_many_tokens: msg`You have as many tokens as one person may have. Revoke one you do not use.`,
  user_erased: msg`This account was erased. Nothing is left of it that could be changed.`,
  not_yourself: msg`You cannot do this to yourself. Ask another administrator.`,
  last_lead: msg`An organisation needs a lead. Make somebody else a lead first.`,
  last_admin: msg`Cofund needs an administrator. Make somebody else one first.`,
  idempotency_key_required: msg`The request came without its key, so nothing was done. Reload the page and try again.`,
  may_not_commit: msg`Your role in this organisation commits no money. Ask one of its leads or champions.`,
  not_in_this_state: msg`The project’s state does not allow this now.`,
  publish_incomplete: msg`The project is not ready to be public. See what is still missing.`,
  not_covered: msg`What is committed does not reach the goal yet.`,
  signed_pledges_stand: msg`Agreements are signed, so the project cannot be closed.`,
  frozen_by_pledges: msg`Pledges stand on this, so it stays as it is. The date can be extended.`,
  goal_below_pledged: msg`More than that is pledged already. The goal can fall to what is pledged, not below.`,
  date_not_later: msg`The date can only move to a later day.`,
  no_terms_yet: msg`There are no terms to pledge by yet. Publish terms first.`,
  project_not_open: msg`The project does not take this now. Reload the page to see where it stands.`,
  pledge_over_goal: msg`That is more than the project still needs. Pledge what remains, or less.`,
  pledge_below_minimum: msg`That is below the smallest pledge this project takes.`,
  already_pledged: msg`Your organisation has a pledge here already. Change that one instead.`,
  membership_inactive: msg`The membership is not active. What stands may be lowered or withdrawn; ask staff to renew it.`,
  above_limit: msg`That is above your limit. Ask one of your organisation’s leads.`,
  above_ceiling: msg`That is above what your organisation may commit in that year. Its finance people set the ceiling.`,
  terms_outdated: msg`These are not the terms of this project. Read the current ones and accept them.`,
  conditions_need_shared_mode: msg`Pledges to this project have no conditions.`,
  remaining_needs_fixed_mode: msg`In a coalition there is no remaining amount. Say the most you would bear.`,
  pledge_ended: msg`This pledge has ended. Its history says why.`,
  pledge_signed: msg`This pledge is signed. Ask staff to change the agreement.`,
  not_requested: msg`This pledge waits for nobody’s approval.`,
  not_approved: msg`A lead of the organisation has not approved this pledge yet.`,
  not_signed: msg`No agreement is signed for this pledge.`,
  not_funded: msg`The project is not funded yet. Agreements come after that.`,
  amount_is_final: msg`The project is funded, so amounts do not fall any more. An unsigned pledge can be withdrawn.`,
  only_lower: msg`The date has passed, so a pledge can only be lowered or withdrawn.`,
  visibility_only_wider: msg`A pledge can become more visible, not less.`,
  would_reveal_another: msg`Showing this would tell what another institution gave. Ask staff.`,
  origin_not_allowed: msg`Cofund does not accept requests from this address. Open it at its usual address.`,
  unavailable: msg`Cofund is not available right now. Try again in a minute.`,
  internal: msg`Something went wrong on our side. Try again; if it stays, tell us the request number.`,
}

/** What is wrong with one field. */
export const fieldSentences: Record<FieldCode, MessageDescriptor> = {
  required: msg`This is needed.`,
  too_long: msg`This is too long.`,
  too_short: msg`This is too short.`,
  malformed: msg`This is not written in a form Cofund understands.`,
  out_of_range: msg`This is outside what is allowed.`,
  unknown_field: msg`Cofund does not know this field. Reload the page and try again.`,
  wrong_type: msg`This is not the kind of value that belongs here.`,
  not_allowed: msg`You may not set this.`,
  mismatch: msg`This does not match. Look at it again.`,
}

/** Sentences arrive after the first page; without them the API's own words are better than none. */
const say = (sentence: MessageDescriptor, otherwise: string) =>
  sentence.message || i18n.messages[sentence.id] ? i18n._(sentence) : otherwise

/** The sentence for anything that was thrown. A code newer than this page still gets an honest one. */
export function explain(error: unknown): string {
  const code = error instanceof ApiError ? error.code : 'internal'
  return say(sentences[code] ?? sentences.internal, error instanceof Error ? error.message : code)
}

export function explainCode(code: string | null): string | null {
  return code && Object.hasOwn(sentences, code) ? say(sentences[code as ErrorCode], code) : null
}

export function explainField(code: FieldCode): string {
  return say(fieldSentences[code] ?? fieldSentences.malformed, code)
}
