/** Every code that may leave a room, with its HTTP status, in one file. */
export const PROBLEMS = {
  bad_json: 400,
  bad_request: 400,
  bad_time: 400,
  bad_origin: 403,
  no_session: 401,
  bad_credentials: 401,
  locked: 429,
  no_right: 403,
  not_found: 404,
  illegal_transition: 409,
  guard: 409,
  read_only: 409,
  id_reused: 409,
  too_many_situations: 409,
  too_late: 410,
  too_large: 413,
  unsupported_type: 415,
  too_many: 429,
  failed: 500,
  store_unavailable: 503,
  not_ready: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** An error that may be shown to its causer: what was found, where, what was expected, what to do. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  constructor(code: ProblemCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return PROBLEMS[this.code];
  }
}

/** Why a sample was not accepted. Rejected: the sender must mend it. Quarantined: kept aside for a person to judge. */
export const SAMPLE_PROBLEMS = {
  unknown_indicator: "rejected",
  wrong_level: "rejected",
  not_a_number: "rejected",
  bad_time: "rejected",
  wrong_unit: "rejected",
  need_parts: "rejected",
  bad_line: "rejected",
  extra_field: "rejected",
  not_yours: "rejected",
  unknown_place: "quarantined",
  future_time: "quarantined",
  out_of_range: "quarantined",
  source_flood: "quarantined",
} as const;
export type SampleProblem = keyof typeof SAMPLE_PROBLEMS;
