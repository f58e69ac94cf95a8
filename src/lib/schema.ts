// Generated from the migrated database by `npm run schema`. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** A jsonb column: read as a value, written as JSON text. */
export type Json = ColumnType<unknown, string | null, string | null>

export interface Tables {
  'accounts.account': {
    province_id: number
    id: Generated<number>
    email: string
    name: string
    position: string | null
    locale: Generated<string>
    state: string
    is_demonstration: Generated<boolean>
    last_signed_in_at: Date | null
    created_at: Date
  }
  'accounts.api_token': {
    province_id: number
    id: Generated<number>
    name: string
    unit_id: number | null
    token_hash: Buffer
    ending: string
    made_at: Date
    made_by: number
    made_by_name: string
    last_day: string
    last_used_at: Date | null
    revoked_at: Date | null
    revoked_by_name: string | null
  }
  'accounts.credential': {
    province_id: number
    account_id: number
    password_hash: string | null
    password_is_short: Generated<boolean>
    password_changed_at: Date | null
    totp_secret: Buffer | null
    totp_confirmed_at: Date | null
    totp_last_step: number | null
  }
  'accounts.password_token': {
    province_id: number
    token_hash: Buffer
    account_id: number
    purpose: string
    expires_at: Date
    used_at: Date | null
  }
  'accounts.recovery_code': {
    province_id: number
    account_id: number
    code_hash: Buffer
    used_at: Date | null
  }
  'accounts.role_grant': {
    province_id: number
    id: Generated<number>
    account_id: number
    role: string
    unit_id: number
    valid_from: string
    valid_to: string | null
  }
  'accounts.session': {
    province_id: number
    token_hash: Buffer
    account_id: number
    stage: string
    created_at: Date
    last_seen_at: Date
    expires_at: Date
    address: string | null
    agent: string | null
  }
  'accounts.setting': {
    province_id: number
    idle_minutes: Generated<number>
    administrator_idle_minutes: Generated<number>
    session_hours: Generated<number>
    dormant_days: Generated<number>
    second_step_roles: Generated<string[]>
  }
  'accounts.sign_in_attempt': {
    province_id: number
    id: Generated<number>
    account_id: number
    at: Date
    address: string | null
    outcome: string
  }
  'accounts.sign_in_guard': {
    province_id: number
    email_hash: Buffer
    failures: number
    locked_until: Date | null
    last_failure_at: Date
  }
  'assignments.activity': {
    province_id: number
    id: Generated<number>
    unit_id: number
    what: string
    from_day: string
    to_day: string
    place: string | null
    form_code: string
    theme_codes: Generated<string[]>
    audience_codes: Generated<string[]>
    note: string | null
    recorded_at: Date
    recorded_by: number | null
    recorded_by_name: string
    withdrawn_at: Date | null
    version: Generated<number>
    submission_key: string | null
  }
  'assignments.activity_assignment': {
    province_id: number
    activity_id: number
    assignment_id: number
  }
  'assignments.activity_evidence': {
    province_id: number
    activity_id: number
    evidence_id: number
  }
  'assignments.activity_figure': {
    province_id: number
    activity_id: number
    metric: string
    value: string
  }
  'assignments.activity_mark': {
    province_id: number
    id: Generated<number>
    month: string
    made_at: Generated<Date>
  }
  'assignments.assignment': {
    province_id: number
    id: Generated<number>
    plan_id: number
    task_id: number
    unit_id: number
    role: string
    occurrence: Generated<number>
    via_group_id: number | null
    state: Generated<string>
    due_day: string | null
    first_due_day: string | null
    progress: Generated<number>
    assigned_at: Date
    acknowledged_at: Date | null
    reported_at: Date | null
    reported_day: string | null
    verified_at: Date | null
    result_note: string | null
    inherited_from_id: number | null
    version: Generated<number>
    standing: ColumnType<number, never, never>
  }
  'assignments.bulk_update': {
    province_id: number
    id: Generated<number>
    plan_id: number
    file_id: number
    file_name: string
    uploaded_at: Date
    uploaded_by: number
    state: Generated<string>
    rows_total: Generated<number>
    rows_done: Generated<number>
    fault: string | null
    preview: Json
    applied_at: Date | null
    actor: Json
  }
  'assignments.evidence': {
    province_id: number
    id: Generated<number>
    unit_id: number
    kind: string
    file_id: number | null
    url: string | null
    caption: string
    taken_day: string | null
    added_at: Date
    added_by: number | null
    added_by_name: string
    withdrawn_at: Date | null
  }
  'assignments.extension': {
    province_id: number
    id: Generated<number>
    assignment_id: number
    asked_at: Date
    asked_by_name: string
    reason: string
    from_day: string | null
    wanted_day: string
    decision: string | null
    decided_at: Date | null
    decided_by_name: string | null
    decision_note: string | null
  }
  'assignments.letter': {
    province_id: number
    id: Generated<number>
    plan_id: number | null
    from_unit_id: number
    to_unit_id: number
    drafted_at: Date
    drafted_by_name: string
    state: Generated<string>
    symbol: string | null
    issued_day: string | null
    subject: string
    content: Json
  }
  'assignments.mark': {
    province_id: number
    id: Generated<number>
    plan_id: number
    made_at: Generated<Date>
  }
  'assignments.notice': {
    province_id: number
    id: Generated<number>
    account_id: number
    at: Date
    kind: string
    text_vi: string
    text_en: string
    href: string
    read_at: Date | null
  }
  'assignments.obstacle': {
    province_id: number
    id: Generated<number>
    unit_id: number
    assignment_id: number | null
    at_unit_id: number
    text: string
    wish: string | null
    state: Generated<string>
    raised_at: Date
    raised_by_name: string
    answered_at: Date | null
    answer: string | null
    answered_by_name: string | null
  }
  'assignments.obstacle_step': {
    province_id: number
    id: Generated<number>
    obstacle_id: number
    at: Date
    actor_name: string
    what: string
    to_unit_id: number | null
    note: string | null
  }
  'assignments.reminder': {
    province_id: number
    id: Generated<number>
    assignment_id: number
    unit_id: number
    rung: string
    for_due_day: string | null
    channel: string
    to_account_id: number | null
    to_address: string | null
    sent_at: Date
    by_name: string
    letter_id: number | null
    note: string | null
  }
  'assignments.step': {
    province_id: number
    id: Generated<number>
    assignment_id: number
    from_state: string
    to_state: string
    at: Date
    account_id: number | null
    actor_name: string
    note: string | null
  }
  'audit.entry': {
    province_id: number
    id: Generated<number>
    at: Date
    account_id: number | null
    actor_name: string
    verb: string
    subject_kind: string
    subject_id: string
    before: Json
    after: Json
  }
  'brand.adoption': {
    province_id: number
    kit_id: number
    unit_id: number
    asked_at: Date | null
    answer_by: string | null
    since_day: string | null
    note: Generated<string>
    photo_file_id: number | null
    told_at: Date | null
    told_by_name: string | null
  }
  'brand.kit': {
    province_id: number
    id: Generated<number>
    name: string
    about: Generated<string>
    document_id: number | null
    document_words: Generated<string>
    document_day: string | null
    is_public: Generated<boolean>
    retired_at: Date | null
    retired_why: string | null
    revision: Generated<number>
    changed_at: Date
    changed_by_name: string
  }
  'brand.part': {
    province_id: number
    id: Generated<number>
    kit_id: number
    kind: string
    name: string
    use_words: Generated<string>
    alt: Generated<string>
    colours: Json
    position: number
    is_public: Generated<boolean>
    retired_at: Date | null
    revision: Generated<number>
  }
  'brand.version': {
    province_id: number
    id: Generated<number>
    part_id: number
    number: number
    note: Generated<string>
    at: Date
    by_name: string
  }
  'brand.version_file': {
    province_id: number
    id: Generated<number>
    version_id: number
    file_id: number
    position: number
    downloads: Generated<number>
  }
  'editorial.adoption': {
    province_id: number
    id: Generated<number>
    model_id: number
    unit_id: number
    stage: string
    since_day: string | null
    result: Generated<string>
    address: string | null
    answer_by: string | null
    called_at: Date | null
    changed_at: Date
    changed_by_name: string
  }
  'editorial.adoption_step': {
    province_id: number
    id: Generated<number>
    adoption_id: number
    stage: string
    since_day: string | null
    result: Generated<string>
    at: Date
    by_name: string
  }
  'editorial.approval_link': {
    province_id: number
    id: Generated<number>
    item_id: number
    number: number
    digest: string
    secret_hash: Buffer
    for_name: string
    for_email: string
    made_at: Date
    made_by: number
    made_by_name: string
    expires_at: Date
    seen_at: Date | null
    revoked_at: Date | null
    decided_at: Date | null
    decision: string | null
    decided_name: string | null
    note: string | null
  }
  'editorial.attachment': {
    province_id: number
    item_id: number
    number: number
    file_id: number
    name: string
    position: number
  }
  'editorial.collaborator': {
    province_id: number
    id: Generated<number>
    unit_id: number
    kind: string
    sealed: Buffer | null
    topics: Generated<string[]>
    consent_day: string
    consent_how: string
    until_day: string
    warned_day: string | null
    forgotten_day: string | null
    forgotten_why: string | null
    noted_at: Date
    noted_by_name: string
  }
  'editorial.collaborator_term': {
    province_id: number
    months: number
  }
  'editorial.column_plan': {
    province_id: number
    column_id: number
    unit_id: number
    outlet_id: number | null
    cadence: string
    on_day: number
    starts: string
    ends: string | null
  }
  'editorial.correction': {
    province_id: number
    id: Generated<number>
    entry_id: number | null
    orientation_id: number | null
    outlet_id: number | null
    kind: string
    why: string
    was: Json
    at: Date
    by_name: string
  }
  'editorial.counted': {
    province_id: number
    item_id: number
    activity_id: number
    counted_at: Date
  }
  'editorial.coverage': {
    province_id: number
    id: Generated<number>
    event_id: number
    medium: string
    person_name: string
    unit_id: number
    note: Generated<string>
    due_day: string
    item_id: number | null
    dropped: Generated<boolean>
  }
  'editorial.episode': {
    province_id: number
    id: Generated<number>
    column_id: number
    day: string
    topic: Generated<string>
    item_id: number | null
    address: string | null
    excuse: string | null
  }
  'editorial.event': {
    province_id: number
    id: Generated<number>
    title: string
    about: Generated<string>
    place: Generated<string>
    starts: string
    ends: string | null
    unit_id: number
    task_id: number | null
    state: Generated<string>
    made_at: Date
    made_by_name: string
    version: Generated<number>
    theme_codes: Generated<string[]>
    audience_codes: Generated<string[]>
  }
  'editorial.follow_up': {
    province_id: number
    entry_id: number
    unit_id: number
    person_name: Generated<string>
    wanted: string
    due_day: string
    set_at: Date
    set_by_name: string
    done_day: string | null
    done_what: string | null
    done_by_name: string | null
  }
  'editorial.handover': {
    province_id: number
    id: Generated<number>
    item_id: number
    outlet_id: number | null
    recipient: Generated<string>
    day: string
    way: string
    note: Generated<string>
    noted_at: Date
    noted_by_name: string
    struck_at: Date | null
    struck_by_name: string | null
  }
  'editorial.image': {
    province_id: number
    item_id: number
    file_id: number
    alt: string
    added_at: Date
    by_name: string
  }
  'editorial.item': {
    province_id: number
    id: Generated<number>
    kind: string
    state: Generated<string>
    title: string
    language: Generated<string>
    translation_of: number | null
    unit_id: number
    column_id: number | null
    topics: Generated<string[]>
    task_id: number | null
    form_code: string | null
    theme_codes: Generated<string[]>
    audience_codes: Generated<string[]>
    current_version: Generated<number>
    approved_version: number | null
    published_version: number | null
    publish_at: Date | null
    review_by: string | null
    publication_id: number | null
    merged_into: number | null
    made_at: Date
    made_by: number
    made_by_name: string
    revision: Generated<number>
    reviewed_day: string | null
    reminded_for: string | null
    translated_version: number | null
    ending_told_for: string | null
    orientation_id: number | null
  }
  'editorial.item_version': {
    province_id: number
    item_id: number
    number: number
    title: string
    lead: Generated<string>
    body: Json
    facts: Json
    byline: Generated<string>
    lead_image_id: number | null
    lead_image_alt: Generated<string>
    digest: string
    saved_at: Date
    saved_by: number
    saved_by_name: string
    sealed: Generated<boolean>
  }
  'editorial.kept_copy': {
    province_id: number
    id: Generated<number>
    item_id: number
    content: Json
    kept_at: Date
    by_name: string
    settled_at: Date | null
    by_account: number | null
  }
  'editorial.link_check': {
    province_id: number
    item_id: number
    address: string
    checked_at: Date
    outcome: string
    status: number | null
    failures: Generated<number>
    told_at: Date | null
    failing_since: Date | null
    moved_to: string | null
    settled: string | null
    settled_reason: string | null
    settled_by_name: string | null
    settled_at: Date | null
  }
  'editorial.model': {
    province_id: number
    id: Generated<number>
    kind: string
    name: string
    subject: string
    about: string
    unit_id: number
    topic: Generated<string>
    since_day: string | null
    result: Generated<string>
    address: string | null
    item_id: number | null
    noted_at: Date
    noted_by_name: string
    withdrawn_at: Date | null
    withdrawn_by_name: string | null
    withdrawn_why: string | null
    revision: Generated<number>
  }
  'editorial.monitoring_note': {
    province_id: number
    id: Generated<number>
    author_unit_id: number
    unit_id: number | null
    outlet_id: number | null
    day: string
    looked_at: string
    finding: string
    title: string
    about: Generated<string>
    address: string | null
    file_id: number | null
    due_day: string | null
    answer: string | null
    answer_day: string | null
    answer_by_name: string | null
    returned_why: string | null
    closed_day: string | null
    closed_by_name: string | null
    withdrawn_at: Date | null
    withdrawn_by_name: string | null
    withdrawn_why: string | null
    noted_at: Date
    noted_by_name: string
    revision: Generated<number>
  }
  'editorial.orientation': {
    province_id: number
    id: Generated<number>
    title: string
    body: string
    from_day: string
    to_day: string | null
    made_at: Date
    made_by_name: string
    sent_at: Date | null
    withdrawn_at: Date | null
    made_by: number | null
    unit_id: number | null
    silent_days: Generated<number>
  }
  'editorial.orientation_outlet': {
    province_id: number
    orientation_id: number
    outlet_id: number
    acknowledged_at: Date | null
    acknowledged_by_name: string | null
    reminded_at: Date | null
  }
  'editorial.orientation_task': {
    province_id: number
    orientation_id: number
    task_id: number
  }
  'editorial.outlet': {
    province_id: number
    id: Generated<number>
    kind: string
    name: string
    unit_id: number | null
    email: string | null
    web_address: string | null
    editions: Generated<string[]>
    retired: Generated<boolean>
  }
  'editorial.plain_score': {
    province_id: number
    item_id: number
    number: number
    at_verb: string
    unit_id: number
    writer_id: number
    score: number
    mean_sentence: unknown
    syllables: number
    noted_at: Date
  }
  'editorial.press_entry': {
    province_id: number
    id: Generated<number>
    day: string
    outlet_id: number
    edition: Generated<string>
    title: string
    address: string | null
    stance: string
    summary: Generated<string>
    unit_id: number | null
    noted_at: Date
    noted_by_name: string
    withdrawn_at: Date | null
    item_id: number | null
    orientation_id: number | null
  }
  'editorial.production': {
    province_id: number
    item_id: number
    step: string
    done_day: string
    by_name: string
    note: Generated<string>
    address: string | null
    no_address_why: string | null
  }
  'editorial.review_stage': {
    province_id: number
    id: Generated<number>
    column_id: number | null
    position: number
    vi: string
    en: string
    roles: string[]
    unit_id: number | null
  }
  'editorial.second_look': {
    province_id: number
    item_id: number
    number: number
    reason: string
    forced_by: number
    forced_by_name: string
    forced_at: Date
    looked_at: Date | null
    looked_by: number | null
    looked_by_name: string | null
    is_good: boolean | null
    note: string | null
  }
  'editorial.shortcoming': {
    province_id: number
    id: Generated<number>
    title: string
    about: Generated<string>
    place: Generated<string>
    topic: Generated<string>
    unit_id: number
    person_name: Generated<string>
    remedy: Generated<string>
    due_day: string
    done_day: string | null
    done_what: string | null
    done_by_name: string | null
    item_id: number | null
    noted_at: Date
    noted_by_name: string
    withdrawn_at: Date | null
    withdrawn_by_name: string | null
    withdrawn_why: string | null
    revision: Generated<number>
    done_from_version: number | null
  }
  'editorial.stage_pass': {
    province_id: number
    item_id: number
    number: number
    stage_id: number
    digest: string
    by_account: number
    by_name: string
    at: Date
  }
  'editorial.step': {
    province_id: number
    id: Generated<number>
    item_id: number
    number: number
    verb: string
    note: string | null
    digest: string
    by_account: number | null
    by_name: string
    at: Date
  }
  'editorial.takedown': {
    province_id: number
    message_id: number
    item_id: number
    asked_at: Date
    done_at: Date | null
    done_by_name: string | null
  }
  'editorial.variant': {
    province_id: number
    item_id: number
    number: number
    channel_id: number
    content: Json
    digest: string
    purpose: Generated<string | null>
    follows: Generated<boolean>
    master_digest: Generated<string>
    send_at: Date | null
    changed_at: Date | null
    changed_by_name: string | null
  }
  'editorial.variant_correction': {
    province_id: number
    id: Generated<number>
    item_id: number
    number: number
    channel_id: number
    message_id: number
    content: Json
    digest: string
    state: Generated<string>
    made_at: Date
    made_by: number
    made_by_name: string
    note: string | null
    decided_at: Date | null
    decided_by_name: string | null
  }
  'editorial.web_check': {
    province_id: number
    id: Generated<number>
    unit_id: number
    day: string
    address: string | null
    has_column: boolean
    newest_day: string | null
    note: Generated<string>
    by_name: string
  }
  'feedback.contact': {
    province_id: number
    id: Generated<number>
    unit_id: number
    at: Date
    way: string
    topic: string
    question: string
    answer_unit_id: number
    due_day: string | null
    at_once: boolean
    answer: string | null
    answered_at: Date | null
    answered_by_name: string | null
    sealed: Buffer | null
    wants_call: Generated<boolean>
    forgotten_at: Date | null
    article_source: string | null
    reminded_day: string | null
    recorded_at: Date
    recorded_by: number
    recorded_by_name: string
    revision: Generated<number>
  }
  'feedback.dialogue': {
    province_id: number
    id: Generated<number>
    unit_id: number
    kind: string
    title: string
    day: string
    place: string
    chair: string
    about: Generated<string>
    conclusion: Generated<string>
    changed_by: number
    changed_by_name: string
    changed_at: Date
    published_at: Date | null
    published_by_name: string | null
    revision: Generated<number>
  }
  'feedback.held_import': {
    province_id: number
    id: Generated<number>
    file_name: string
    content: Json
    by_account: number
    at: Date
  }
  'feedback.question': {
    province_id: number
    id: Generated<number>
    dialogue_id: number
    asker: string
    place: Generated<string>
    beforehand: boolean
    topic: string
    question: string
    answer_unit_id: number
    due_day: string | null
    at_once: boolean
    answer: string | null
    answered_at: Date | null
    answered_by: number | null
    answered_by_name: string | null
    approved_at: Date | null
    approved_by_name: string | null
    promise: Generated<string>
    promise_day: string | null
    kept: string | null
    kept_at: Date | null
    kept_by_name: string | null
    reminded_day: string | null
    revision: Generated<number>
  }
  'feedback.result': {
    province_id: number
    id: Generated<number>
    code: string
    received_day: string
    topic: string
    unit_id: number
    content: string
    outcome: string
    document_number: Generated<string>
    answered_day: string
    due_day: string
    state: string
    changed_by: number
    changed_by_name: string
    changed_at: Date
    published_at: Date | null
    published_by_name: string | null
    retracted_at: Date | null
    retracted_by_name: string | null
    retracted_why: string | null
    revision: Generated<number>
  }
  'feedback.setting': {
    province_id: number
    keep_days: number
    answer_days: number
  }
  'files.file': {
    province_id: number
    id: Generated<number>
    sha256: Buffer
    bytes: number
    kind: string
    mime: string
    original_name: string
    account_id: number | null
    uploaded_at: Date
  }
  'initiatives.call': {
    province_id: number
    id: Generated<number>
    title: string
    body: string
    topic: Generated<string>
    from_day: string
    to_day: string
    made_at: Date
    made_by_name: string
    closed_at: Date | null
    revision: Generated<number>
  }
  'initiatives.initiative': {
    province_id: number
    id: Generated<number>
    call_id: number | null
    state: string
    title: string
    trouble: string
    proposal: string
    topic: string
    sender_kind: string
    person_sealed: Buffer | null
    has_contact: Generated<boolean>
    forgotten_at: Date | null
    may_publish: boolean
    code_hash: Buffer
    received_at: Date
    moved_at: Date
    ended_at: Date | null
    screened_by: number | null
    screened_by_name: string | null
    unit_id: number | null
    due_day: string | null
    merged_into: number | null
    public_title: Generated<string>
    public_text: Generated<string>
    worded_by: number | null
    worded_by_name: string | null
    published_at: Date | null
    published_by_name: string | null
    reminded_day: string | null
  }
  'initiatives.letter': {
    province_id: number
    letter_id: number
    initiative_id: number
  }
  'initiatives.setting': {
    province_id: number
    keep_days: Generated<number>
    wait_days: Generated<number>
  }
  'initiatives.step': {
    province_id: number
    id: Generated<number>
    initiative_id: number
    state: string
    at: Date
    by_name: string
    words: Generated<string>
    is_public: Generated<boolean>
  }
  'jobs.job': {
    province_id: number
    id: Generated<number>
    name: string
    payload: Json
    key: string | null
    state: Generated<string>
    start_after: Generated<Date>
    attempts: Generated<number>
    locked_until: Date | null
    last_error: string | null
    progress: Json
    created_at: Generated<Date>
    finished_at: Date | null
  }
  'jobs.schedule': {
    province_id: number
    name: string
    at: string
    next_at: Date
  }
  'legal.document': {
    province_id: number
    id: Generated<number>
    key: string
    type: string
    number: string | null
    issued: string | null
    issuer: string | null
    title: string | null
    in_force_from: string | null
    in_force_to: string | null
    replaced_by_id: number | null
    created_at: Generated<Date>
  }
  'mail.letter': {
    province_id: number
    id: Generated<number>
    to_address: string
    subject: string
    body: string | null
    state: Generated<string>
    created_at: Date
    sent_at: Date | null
  }
  'organisations.alias': {
    province_id: number
    id: Generated<number>
    text: string
    key: string
    unit_id: number | null
    group_id: number | null
    valid_from: string | null
    valid_to: string | null
  }
  'organisations.area': {
    province_id: number
    id: Generated<number>
    code: string
    name: string
    type: string
    parent_id: number | null
    valid_from: string
    valid_to: string | null
  }
  'organisations.change': {
    province_id: number
    id: Generated<number>
    kind: string
    day: string
    document_symbol: string | null
    document_day: string | null
    document_issuer: string | null
    note: string | null
    unverified: Generated<boolean>
  }
  'organisations.function_holder': {
    province_id: number
    id: Generated<number>
    function_code: string
    sole: boolean
    programme: Generated<string>
    unit_id: number
    valid_from: string
    valid_to: string | null
    change_id: number
  }
  'organisations.group_member': {
    province_id: number
    group_id: number
    unit_id: number
    valid_from: string
    valid_to: string | null
    excluded: Generated<boolean>
  }
  'organisations.group_version': {
    province_id: number
    group_id: number
    valid_from: string
    valid_to: string | null
    name: string
    types: string[] | null
    levels: string[] | null
    under_id: number | null
    children_only: Generated<boolean>
    function_code: string | null
    change_id: number
  }
  'organisations.province': {
    province_id: number
    code: string
    name: string
    short_name: string
    is_demonstration: Generated<boolean>
    is_central: Generated<boolean>
    tree_revision: Generated<number>
  }
  'organisations.succession': {
    province_id: number
    id: Generated<number>
    kind: string
    day: string
    predecessor_id: number
    successor_id: number
    function_code: string | null
    share: string | null
    change_id: number
  }
  'organisations.unit': {
    province_id: number
    id: Generated<number>
    code: string
    valid_from: string
    valid_to: string | null
    closing_change_id: number | null
  }
  'organisations.unit_function': {
    province_id: number
    code: string
    name: string
    sole: Generated<boolean>
  }
  'organisations.unit_group': {
    province_id: number
    id: Generated<number>
    code: string
  }
  'organisations.unit_version': {
    province_id: number
    unit_id: number
    valid_from: string
    valid_to: string | null
    name: string
    short_name: string | null
    type: string
    level: string
    parent_id: number | null
    area_id: number | null
    position: Generated<number>
    invited: Generated<boolean>
    head_title: string | null
    head_name: string | null
    phone: string | null
    email: string | null
    change_id: number
  }
  'organisations.unknown_name': {
    province_id: number
    key: string
    text: string
    source: string
    times: Generated<number>
    last_seen: Date
    dismissed: Generated<boolean>
  }
  'plans.audience': {
    province_id: number
    id: Generated<number>
    code: string
    name_vi: string
    name_en: string
    position: number
    active: Generated<boolean>
  }
  'plans.campaign': {
    province_id: number
    id: Generated<number>
    programme_id: number
    year: number
    name: string
    opens: string
    closes: string
    parent_plan_id: number | null
    created_by: number | null
    created_at: Generated<Date>
  }
  'plans.campaign_unit': {
    province_id: number
    campaign_id: number
    unit_id: number
  }
  'plans.citation': {
    province_id: number
    id: Generated<number>
    plan_id: number
    document_id: number
    position: number
    as_printed: string
    role: string
  }
  'plans.comment': {
    province_id: number
    id: Generated<number>
    plan_id: number
    task_id: number | null
    unit_id: number
    account_id: number
    actor_name: string
    at: Date
    agrees: boolean
    body: string
    answer: string | null
    answered_by: string | null
    answered_at: Date | null
  }
  'plans.consulted_unit': {
    province_id: number
    plan_id: number
    unit_id: number
    reminded_on: string | null
  }
  'plans.correction': {
    province_id: number
    id: Generated<number>
    reading_id: number
    path: string
    action: string
    was: Json
    becomes: Json
    account_id: number | null
    actor_name: string
    at: Date
  }
  'plans.flag': {
    province_id: number
    id: Generated<number>
    reading_id: number
    code: string
    path: string
    blocking: boolean
    source_start: number | null
    source_end: number | null
    detail_vi: string
    detail_en: string
    resolved_at: Date | null
    resolved_by: number | null
    resolver_name: string | null
    resolution: string | null
    note: string | null
  }
  'plans.form': {
    province_id: number
    id: Generated<number>
    code: string
    name_vi: string
    name_en: string
    online: boolean
    position: number
    active: Generated<boolean>
  }
  'plans.plan': {
    province_id: number
    id: Generated<number>
    programme_id: number
    kind: string
    state: Generated<string>
    unit_id: number
    year: number
    year_to: number
    parent_plan_id: number | null
    embedded_in_plan_id: number | null
    campaign_id: number | null
    amends_plan_id: number | null
    amendment: string | null
    copied_from_plan_id: number | null
    title: string
    issuer: string | null
    issuing_body: string | null
    place: string | null
    number: string | null
    symbol: string | null
    issued: string | null
    signer: string | null
    signer_title: string | null
    authority: string | null
    annex_title: string | null
    archive_line: string | null
    consultation_closes: string | null
    version: Generated<number>
    created_by: number | null
    created_at: Generated<Date>
    issued_at: Date | null
  }
  'plans.programme': {
    province_id: number
    id: Generated<number>
    code: string
    name_vi: string
    name_en: string
    lead_function: string
  }
  'plans.reading': {
    province_id: number
    id: Generated<number>
    unit_id: number
    programme_id: number
    state: string
    progress: Generated<number>
    failure_vi: string | null
    failure_en: string | null
    kind: string | null
    text: string | null
    notes: Json
    found: Json
    version: Generated<number>
    plan_id: number | null
    created_by: number | null
    actor_name: string
    created_at: Date
    file_id: number | null
    name: string
  }
  'plans.recipient': {
    province_id: number
    id: Generated<number>
    plan_id: number
    position: number
    as_printed: string
    unit_id: number | null
  }
  'plans.report_duty': {
    province_id: number
    id: Generated<number>
    plan_id: number
    position: number
    period: string
    due_as_printed: string | null
    due_rule: Json
    addressee_as_printed: string | null
    to_unit_id: number | null
    via_unit_id: number | null
  }
  'plans.schedule': {
    province_id: number
    id: Generated<number>
    plan_id: number
    task_id: number
    position: number
    kind: string
    starts: string | null
    ends: string | null
    due: string | null
    cadence: string | null
    as_printed: string
  }
  'plans.section': {
    province_id: number
    id: Generated<number>
    plan_id: number
    position: number
    kind: string
    heading: string | null
    body: string
  }
  'plans.state_change': {
    province_id: number
    id: Generated<number>
    plan_id: number
    from_state: string | null
    to_state: string
    at: Date
    account_id: number | null
    actor_name: string
    note: string | null
  }
  'plans.target': {
    province_id: number
    id: Generated<number>
    plan_id: number
    task_id: number | null
    position: number
    metric: string
    minimum: number | null
    maximum: number | null
    unit: string | null
    as_printed: string
  }
  'plans.task': {
    province_id: number
    id: Generated<number>
    plan_id: number
    group_id: number | null
    position: number
    ordinal: string | null
    content: string
    product: string | null
    time_as_printed: string | null
    carries_out_task_id: number | null
    source_start: number | null
    source_end: number | null
    amends_task_id: number | null
  }
  'plans.task_agency': {
    province_id: number
    id: Generated<number>
    plan_id: number
    task_id: number
    role: string
    position: number
    as_printed: string
    unit_id: number | null
    group_id: number | null
  }
  'plans.task_audience': {
    province_id: number
    task_id: number
    audience_id: number
  }
  'plans.task_form': {
    province_id: number
    task_id: number
    form_id: number
  }
  'plans.task_group': {
    province_id: number
    id: Generated<number>
    plan_id: number
    position: number
    ordinal: string | null
    title: string
    place: Generated<string>
  }
  'plans.task_theme': {
    province_id: number
    task_id: number
    theme_id: number
  }
  'plans.theme': {
    province_id: number
    id: Generated<number>
    parent_id: number | null
    code: string
    name_vi: string
    name_en: string
    position: number
    active: Generated<boolean>
    priority: Generated<boolean>
  }
  'procedures.announcement': {
    province_id: number
    id: Generated<number>
    number: string
    issued: string
    issuer: string
    field: string
    kind: string
    procedures: number
    document_id: number | null
    link: Generated<string>
    scope: string[]
    due_day: string
    replaces_id: number | null
    withdrawn_at: Date | null
    withdrawn_reason: string | null
    entered_at: Date
    entered_by: string
  }
  'procedures.posting': {
    province_id: number
    id: Generated<number>
    announcement_id: number
    unit_id: number
    state: Generated<string>
    photo_file_id: number | null
    web_link: Generated<string>
    posted_day: string | null
    posted_by: string | null
    returned_reason: string | null
  }
  'procedures.rate': {
    province_id: number
    indicator: string
    unit_id: number
    month: string
    part: number
    whole: number
    source: string
    source_day: string
    entered_at: Date
    entered_by: string
  }
  'procedures.rate_goal': {
    province_id: number
    indicator: string
    baseline_from: string
    baseline_to: string
    target: string
  }
  'procedures.rate_import': {
    province_id: number
    id: Generated<number>
    file_name: string
    content: Json
    by_account: number
    at: Date
  }
  'procedures.setting': {
    province_id: number
    due_days: number
  }
  'publishing.adopter': {
    province_id: number
    publication_id: number
    unit_id: number
    unit_name: string
    stage: string
    since_day: string | null
  }
  'publishing.audience_name': {
    province_id: number
    code: string
    name_vi: string
    name_en: string
    position: number
    active: Generated<boolean>
  }
  'publishing.channel': {
    province_id: number
    id: Generated<number>
    kind: string
    name: string
    unit_id: number
    state: Generated<string>
    settings: Json
    secret: Buffer | null
    token_expires_at: Date | null
    health: Json
    version: Generated<number>
    made_at: Generated<Date>
    made_by_name: Generated<string>
    last_sent_at: Date | null
    trouble: Json
    refreshing_since: Date | null
    refresh_expires_at: Date | null
  }
  'publishing.column': {
    province_id: number
    id: Generated<number>
    slug: string
    name_vi: string
    name_en: string
    about_vi: Generated<string>
    about_en: Generated<string>
    position: Generated<number>
    retired: Generated<boolean>
  }
  'publishing.delivery': {
    province_id: number
    newsletter_id: number
    subscriber_id: number
    state: Generated<string>
    taken_at: Date | null
  }
  'publishing.distribution': {
    province_id: number
    id: Generated<number>
    product_id: number
    from_unit_id: number | null
    to_unit_id: number | null
    place: Generated<string>
    copies: number
    receiver: Generated<string>
    day: string
    photo_id: number | null
    note: Generated<string>
    by_name: string
    at: Date
    struck_at: Date | null
    struck_why: string | null
  }
  'publishing.hand_over': {
    province_id: number
    package_id: number
    unit_id: number
    handed_at: Date
    handed_by_name: string
    taken_at: Date | null
    taken_by_name: string | null
    aired_from: string | null
    aired_to: string | null
    times: number | null
    clusters: number | null
    listeners: number | null
    proof_id: number | null
    note: Generated<string>
    proved_at: Date | null
    proved_by_name: string | null
    reminded_on: string | null
  }
  'publishing.library_set': {
    province_id: number
    id: Generated<number>
    name: string
    volumes: number
    unit_id: number
    publication_id: number | null
    note: Generated<string>
    by_name: string
    at: Date
  }
  'publishing.library_stop': {
    province_id: number
    id: Generated<number>
    set_id: number
    place: string
    place_unit_id: number | null
    from_day: string
    to_day: string
    by_name: string
  }
  'publishing.loudspeaker_package': {
    province_id: number
    id: Generated<number>
    title: string
    first_day: string
    last_day: string
    hours: string[]
    items: Json
    unit_id: number
    made_at: Date
    made_by_name: string
    closed_at: Date | null
    closed_by_name: string | null
  }
  'publishing.message': {
    province_id: number
    id: Generated<number>
    channel_id: number
    publication_id: number | null
    source: string
    send_key: string
    variant: Json
    digest: string
    due_at: Date
    state: Generated<string>
    attempts: Generated<number>
    last_error: Json
    remote_id: string | null
    remote_url: string | null
    sent_at: Date | null
    queued_at: Date
    queued_by_name: string
    publication_digest: string | null
    next_try_at: Date | null
    lease_until: Date | null
    look_at: Date | null
    looks: Generated<number>
    tries_granted: Generated<number>
    progress: Json
    settled_by_name: string | null
    proof: Json
    proof_file_id: number | null
  }
  'publishing.message_attempt': {
    province_id: number
    message_id: number
    number: number
    step: string
    begun_at: Date
    ended_at: Date | null
    outcome: string | null
    fault: Json
  }
  'publishing.needed_field': {
    province_id: number
    code: string
    name_vi: string
    name_en: string
    position: number
  }
  'publishing.newsletter': {
    province_id: number
    id: Generated<number>
    rhythm: string
    message_id: number | null
    since: Date
    until: Date
    publication_ids: number[]
    subject: string
    intro: Generated<string>
    state: Generated<string>
    made_at: Date
    written_by: number | null
    written_by_name: string | null
    approved_by_name: string | null
    sent_at: Date | null
    version: Generated<number>
  }
  'publishing.poll': {
    province_id: number
    id: Generated<number>
    question_vi: string
    question_en: string
    options: Json
    opens_at: Date
    closes_at: Date | null
    made_by_name: string
  }
  'publishing.poll_answer': {
    province_id: number
    poll_id: number
    choice: number
    amount: Generated<number>
  }
  'publishing.portal': {
    province_id: number
    hosts: Generated<string[]>
    name_vi: string
    name_en: string
    owner_lines: Generated<string>
    hotline: string | null
    contact_email: string | null
    is_open: Generated<boolean>
    revision: Generated<number>
    short_name_vi: Generated<string>
    short_name_en: Generated<string>
    licence: Generated<string>
    look: Generated<string>
    banner_id: number | null
    banner_alt: Generated<string>
    feedback_address: Generated<string>
    feedback_phone: Generated<string>
    feedback_link: Generated<string>
    app_link: Generated<string>
    national_link: Generated<string>
    system_link: Generated<string>
  }
  'publishing.prepared': {
    province_id: number
    id: Generated<number>
    source: string
    language: string
    digest: string
    number: number
    title: string
    snapshot: Json
    unit_id: number
    prepared_at: Date
    prepared_by_name: string
    allowed_at: Date | null
    allowed_by_name: string | null
    stale_at: Date | null
    publication_id: number | null
  }
  'publishing.print_product': {
    province_id: number
    id: Generated<number>
    publication_id: number | null
    publication_version: number | null
    kind: string
    title: string
    settings: Json
    short_link_id: number
    unit_id: number
    made_at: Date
    made_by_name: string
    prepared_id: number | null
  }
  'publishing.print_run': {
    province_id: number
    id: Generated<number>
    product_id: number
    copies: number
    day: string
    printer: string
    unit_id: number
    note: Generated<string>
    file_id: number | null
    by_name: string
    at: Date
  }
  'publishing.publication': {
    province_id: number
    id: Generated<number>
    source: string
    slug: string
    kind: string
    language: Generated<string>
    translation_of: number | null
    state: string
    notice: string | null
    merged_into: number | null
    title: string
    lead: Generated<string>
    body: Json
    body_html: string
    body_text: string
    facts: Json
    byline: Generated<string>
    unit_id: number
    unit_name: string
    topics: Generated<string[]>
    column_id: number | null
    lead_image_id: number | null
    lead_image_alt: Generated<string>
    first_published_at: Date
    published_at: Date
    version: Generated<number>
    digest: string
    review_by: string | null
    audiences: Generated<string[]>
    themes: Generated<string[]>
    forms: Generated<string[]>
    validity: Json
    mended: Json
  }
  'publishing.publication_file': {
    province_id: number
    publication_id: number
    file_id: number
    name: string
    alt: Generated<string>
  }
  'publishing.publication_version': {
    province_id: number
    publication_id: number
    number: number
    snapshot: Json
    digest: string
    published_at: Date
    published_by_name: string
  }
  'publishing.push': {
    province_id: number
    id: Generated<number>
    publication_id: number | null
    message_id: number | null
    title: string
    body: string
    link: string
    state: Generated<string>
    made_at: Date
    sent_at: Date | null
    ended: Generated<number>
    fault: Json
  }
  'publishing.push_delivery': {
    province_id: number
    push_id: number
    subscription_id: number
    publication_id: number | null
    state: Generated<string>
    taken_at: Date | null
    not_before: Date | null
    tries: Generated<number>
  }
  'publishing.push_key': {
    province_id: number
    public_key: Buffer
    private_sealed: Buffer
    made_at: Date
  }
  'publishing.push_subscription': {
    province_id: number
    id: Generated<number>
    endpoint_hash: Buffer
    sealed: Buffer
    locale: Generated<string>
    topics: Generated<string[]>
    column_ids: Generated<number[]>
    consent: string
    made_at: Date
    faults: Generated<number>
  }
  'publishing.radio_script': {
    province_id: number
    id: Generated<number>
    publication_id: number | null
    publication_version: number | null
    title: string
    lines: Json
    slot_seconds: number
    rate: number
    audio_id: number | null
    unit_id: number
    made_at: Date
    made_by_name: string
    revision: Generated<number>
    prepared_id: number | null
  }
  'publishing.radio_slot': {
    province_id: number
    id: Generated<number>
    script_id: number
    station: string
    unit_id: number
    day: string
    starts: string
    aired_day: string | null
    web_address: string | null
    proof_id: number | null
    listeners: number | null
    note: Generated<string>
    by_name: string
    at: Date
    no_address_why: string | null
  }
  'publishing.reach': {
    province_id: number
    id: Generated<number>
    publication_id: number
    day: string
    channel_kind: string
    place: Generated<string>
    metric: string
    amount: number
    origin: string
    note: string | null
    file_id: number | null
    by_name: string | null
    at: Date | null
    audience: Generated<string>
    source: string | null
  }
  'publishing.reach_import': {
    province_id: number
    id: Generated<number>
    file_id: number
    file_name: string
    content: Json
    by_account: number
    by_name: string
    at: Date
  }
  'publishing.reach_settled': {
    province_id: number
    publication_id: number
    day: string
    total: number
    at: Date
  }
  'publishing.returned_mail': {
    province_id: number
    id: Generated<number>
    at: Date
    outcome: string
    status: string | null
    newsletter_id: number | null
  }
  'publishing.search_entry': {
    province_id: number
    id: Generated<number>
    source: string
    address: string
    kind: string
    language: Generated<string>
    title: string
    lead: Generated<string>
    body: Generated<string>
    number: string | null
    number_key: string | null
    topics: Generated<string[]>
    column_id: number | null
    issuer: string | null
    day: string
    ordinal: number | null
    said: Generated<string>
    ended_from: string | null
  }
  'publishing.search_list': {
    province_id: number
    lexeme: string
    block: number
    uses: number
    entries: Buffer
  }
  'publishing.search_vocabulary': {
    province_id: number
    revision: Generated<number>
    added_no: Generated<number>
    entries: Generated<number>
    version: Generated<number>
    first_ordinal: Generated<number>
    renew_below: Generated<number>
    next_ordinal: Generated<number>
  }
  'publishing.search_word': {
    province_id: number
    word: string
    uses: number
    added_no: Generated<number>
  }
  'publishing.short_link': {
    province_id: number
    id: Generated<number>
    code: string
    publication_id: number | null
    target: string
    channel_kind: string
    place: Generated<string>
    made_at: Date
    printed_version: number | null
    prepared_id: number | null
    channel_id: number | null
  }
  'publishing.standing': {
    province_id: number
    id: Generated<number>
    kind: string
    what: string
    publication_id: number | null
    place: string
    unit_id: number
    quantity: number
    from_day: string
    to_day: string | null
    taken_down: string | null
    visitors: number | null
    photo_id: number | null
    note: Generated<string>
    by_name: string
    at: Date
    place_unit_id: number | null
    down_photo_id: number | null
    set_id: number | null
    struck_at: Date | null
  }
  'publishing.standing_import': {
    province_id: number
    id: Generated<number>
    file_name: string
    content: Json
    by_account: number
    at: Date
  }
  'publishing.standing_visit': {
    province_id: number
    id: Generated<number>
    standing_id: number
    day: string
    note: string
    photo_id: number | null
    by_name: string
    at: Date
  }
  'publishing.subscriber': {
    province_id: number
    id: Generated<number>
    address_hash: Buffer
    address_sealed: Buffer
    state: Generated<string>
    locale: Generated<string>
    rhythm: string
    topics: Generated<string[]>
    column_ids: Generated<number[]>
    consent: string
    asked_at: Date
    confirmed_at: Date | null
    faults: Generated<number>
    fault_at: Date | null
    bad_since: Date | null
  }
  'publishing.subscriber_letter': {
    province_id: number
    id: Generated<number>
    address_hash: Buffer
    at: Date
  }
  'publishing.topic': {
    province_id: number
    code: string
    name_vi: string
    name_en: string
    about_vi: Generated<string>
    about_en: Generated<string>
    position: number
    is_reform_field: Generated<boolean>
    retired: Generated<boolean>
    is_shown: Generated<boolean>
    successor: string | null
    image_id: number | null
    image_alt: Generated<string>
  }
  'publishing.zalo_day': {
    province_id: number
    channel_id: number
    day: string
    words: Generated<number>
    follows: Generated<number>
    unfollows: Generated<number>
  }
  'publishing.zalo_event': {
    province_id: number
    channel_id: number
    key: Buffer
    at: Date
  }
  'publishing.zalo_person': {
    province_id: number
    id: Generated<number>
    channel_id: number
    mark: Buffer
    sealed: Buffer
    last_wrote_at: Date
    follows: boolean | null
    warned_for: Date | null
  }
  'publishing.zalo_word': {
    province_id: number
    id: Generated<number>
    person_id: number
    kind: string
    words: Buffer | null
    wrote_at: Date
    answered_at: Date | null
    answered_by_name: string | null
  }
  'reporting.chasing_letter': {
    province_id: number
    id: Generated<number>
    duty_id: number
    period: string
    from_unit_id: number
    drafted_at: Date
    drafted_by_name: string
    state: Generated<string>
    symbol: string | null
    issued_day: string | null
    content: Json
  }
  'reporting.cutoff_rule': {
    province_id: number
    set_id: number
    period_kind: string
    part: Generated<number>
    from_rule: Json
    cutoff_rule: Json
  }
  'reporting.cutoff_set': {
    province_id: number
    id: Generated<number>
    code: string
    name_vi: string
    name_en: string
    source: string
    unverified: Generated<boolean>
  }
  'reporting.due_change': {
    province_id: number
    id: Generated<number>
    obligation_id: number
    at: Date
    by_name: string
    from_day: string
    to_day: string
    reason: string
  }
  'reporting.duty': {
    province_id: number
    id: Generated<number>
    programme_code: string
    plan_id: number | null
    plan_duty_id: number | null
    template_id: number | null
    name: string
    period_kind: string
    cutoff_set_id: number | null
    due_as_printed: string | null
    due_rule: Json
    working_days: Generated<string>
    source: string
    to_unit_id: number | null
    to_name: string | null
    via_unit_id: number | null
    consolidated_by_id: number | null
    state: Generated<string>
    valid_from: string
    valid_to: string | null
    version: Generated<number>
    parts: number[] | null
    new_units: Generated<string>
    unverified: Generated<boolean>
    ended_reason: string | null
    once_from: string | null
    once_to: string | null
    once_due: string | null
    early_reason: string | null
    early_by_name: string | null
    early_at: Date | null
  }
  'reporting.duty_scope': {
    province_id: number
    id: Generated<number>
    duty_id: number
    unit_id: number | null
    group_id: number | null
    exempt: Generated<boolean>
  }
  'reporting.explanation': {
    province_id: number
    version_id: number
    finding_key: string
    text: string
    at: Date
    by_name: string
  }
  'reporting.extension': {
    province_id: number
    id: Generated<number>
    obligation_id: number
    asked_at: Date
    asked_by_name: string
    reason: string
    from_day: string
    wanted_day: string
    decision: string | null
    decided_at: Date | null
    decided_by_name: string | null
    decision_note: string | null
  }
  'reporting.feed': {
    province_id: number
    id: Generated<number>
    account_id: number
    unit_id: number | null
    token_hash: string
    made_at: Date
    last_read_at: Date | null
    revoked_at: Date | null
  }
  'reporting.figure': {
    province_id: number
    version_id: number
    figure_code: string
    row_code: Generated<string>
    computed: string | null
    manual: string | null
    reason: string | null
    revision: Generated<number>
    changed_by_name: string | null
  }
  'reporting.included_version': {
    province_id: number
    version_id: number
    child_version_id: number
  }
  'reporting.likeness': {
    province_id: number
    id: Generated<number>
    period: string
    version_id: number
    section_code: string
    other_version_id: number
    other_section_code: string
    overlap: string
    syllables: number
    passages: Json
    found_at: Date
    judgement: string | null
    note: string | null
    judged_at: Date | null
    judged_by_name: string | null
  }
  'reporting.mark': {
    province_id: number
    id: Generated<number>
    made_at: Generated<Date>
  }
  'reporting.narrative': {
    province_id: number
    version_id: number
    section_code: string
    text: string
    drafted: Generated<boolean>
    revision: Generated<number>
    changed_at: Date
    changed_by: number | null
    changed_by_name: string
    proposed: Generated<boolean>
  }
  'reporting.narrative_copy': {
    province_id: number
    id: Generated<number>
    version_id: number
    section_code: string
    text: string
    kept_at: Date
    by_name: string
    settled_at: Date | null
    from_unit_id: number | null
  }
  'reporting.obligation': {
    province_id: number
    id: Generated<number>
    duty_id: number
    unit_id: number
    period: string
    year: number
    from_day: string
    to_day: string
    cutoff_day: string
    due_day: string
    first_due_day: string
    why_vi: string
    why_en: string
    parent_id: number | null
    invited: Generated<boolean>
    state: Generated<string>
    state_reason: string | null
    made_at: Date
    inherited: Generated<boolean>
    end_kind: string | null
    state_at: Date | null
  }
  'reporting.obligation_origin': {
    province_id: number
    obligation_id: number
    origin_id: number
  }
  'reporting.remark': {
    province_id: number
    version_id: number
    section_code: string
    text: string
    at: Date
    by_name: string
  }
  'reporting.reminder': {
    province_id: number
    id: Generated<number>
    obligation_id: number
    rung: string
    for_due_day: string
    channel: string
    to_account_id: number | null
    to_address: string | null
    sent_at: Date
    by_name: string
    note: string | null
  }
  'reporting.report': {
    province_id: number
    id: Generated<number>
    obligation_id: number
    template_version_id: number
    state: Generated<string>
    latest_number: Generated<number>
    submitted_at: Date | null
    submitted_day: string | null
    submitted_by_name: string | null
    accepted_at: Date | null
    sent_at: Date | null
    returns: Generated<number>
    completeness: string | null
    is_empty: boolean | null
    symbol: string | null
    issued_day: string | null
    signer: string | null
    signer_title: string | null
    version: Generated<number>
    is_nil: boolean | null
  }
  'reporting.report_evidence': {
    province_id: number
    version_id: number
    section_code: string
    evidence_id: number
  }
  'reporting.report_version': {
    province_id: number
    id: Generated<number>
    report_id: number
    number: number
    state: Generated<string>
    begun_at: Date
    begun_by_name: string
    submitted_at: Date | null
    submitted_by_name: string | null
    correction_reason: string | null
    completeness: string | null
    is_empty: boolean | null
    activity_ids: number[] | null
    digest: string | null
    nil_reason: string | null
    gathers: Generated<string>
  }
  'reporting.sharing': {
    province_id: number
    with_nation: boolean
    changed_at: Date
    changed_by_name: string
  }
  'reporting.step': {
    province_id: number
    id: Generated<number>
    report_id: number
    version_number: number
    from_state: string
    to_state: string
    at: Date
    account_id: number | null
    actor_name: string
    note: string | null
  }
  'reporting.taken_passage': {
    province_id: number
    version_id: number
    section_code: string
    child_version_id: number
    text: string
  }
  'reporting.template': {
    province_id: number
    id: Generated<number>
    code: string
    name_vi: string
    name_en: string
    shape: string
    retired: Generated<boolean>
  }
  'reporting.template_version': {
    province_id: number
    id: Generated<number>
    template_id: number
    number: number
    state: string
    definition: Json
    note: string | null
    made_at: Date
    made_by_name: string
    published_at: Date | null
  }
  'scoring.campaign': {
    province_id: number
    id: Generated<number>
    programme_code: string
    year: number
    name: string
    version_id: number
    opens: string
    self_due: string
    explain_due: string
    opened_at: Date
    opened_by_name: string
    computed_at: Date | null
    published_at: Date | null
    published_by_name: string | null
    decision: string | null
  }
  'scoring.criteria_import': {
    province_id: number
    id: Generated<number>
    file_name: string
    uploaded_at: Date
    uploaded_by: number
    uploaded_by_name: string
    state: Generated<string>
    content: Json
    version_id: number | null
  }
  'scoring.criteria_set': {
    province_id: number
    id: Generated<number>
    code: string
    name: string
  }
  'scoring.criteria_version': {
    province_id: number
    id: Generated<number>
    set_id: number
    year: number
    number: number
    source: string
    note: string
    unverified: boolean
    definition: Json
    made_at: Date
    made_by_name: string
  }
  'scoring.score': {
    province_id: number
    sheet_id: number
    item_code: string
    computed: string | null
    why_vi: string
    why_en: string
    winnable: Generated<string>
    hints: Json
    typed: Json
    self: string | null
    self_note: string | null
    self_at: Date | null
    self_by_name: string | null
    first: string | null
    first_note: string | null
    first_at: Date | null
    first_by_name: string | null
    explanation: string | null
    explained_at: Date | null
    explained_by_name: string | null
    second: string | null
    second_note: string | null
    second_at: Date | null
    second_by_name: string | null
  }
  'scoring.score_evidence': {
    province_id: number
    sheet_id: number
    item_code: string
    evidence_id: number
    found: boolean
  }
  'scoring.sheet': {
    province_id: number
    id: Generated<number>
    campaign_id: number
    unit_id: number
    state: Generated<string>
    self_due: string
    locked_at: Date | null
    locked_by_name: string | null
    signed_file_id: number | null
    settled_at: Date | null
    computed_total: Generated<string>
    self_total: Generated<string>
    final_total: string | null
    winnable_total: Generated<string>
    version: Generated<number>
  }
  'scoring.step': {
    province_id: number
    id: Generated<number>
    sheet_id: number
    from_state: string
    to_state: string
    at: Date
    account_id: number | null
    actor_name: string
    note: string | null
  }
}
