/** `GLNS`: how a file says that it is a Guanlan store (PRAGMA application_id). */
export const APPLICATION_ID = 0x474c4e53;

/**
 * Each element lifts a store by one version, in its own transaction; PRAGMA user_version counts them. An element that
 * has been released is never edited: append another.
 *
 * History blocks have no key of their own: a block once written is never changed, and a correction is a further block.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE entry (
    situation TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, simAt TEXT NOT NULL, kind TEXT NOT NULL,
    actor TEXT NOT NULL, region TEXT NOT NULL, bodyHash TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL,
    body TEXT, salt TEXT,
    PRIMARY KEY (situation, seq)
  ) STRICT;
  CREATE TABLE command (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, bodyHash TEXT NOT NULL, situation TEXT NOT NULL, at INTEGER NOT NULL,
    status INTEGER NOT NULL, answer TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE outbox (
    key TEXT PRIMARY KEY, situation TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE timer (
    id TEXT PRIMARY KEY, situation TEXT NOT NULL, kind TEXT NOT NULL, dueAt INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX timer_due ON timer (situation, dueAt);
  CREATE TABLE document (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE block (
    situation TEXT NOT NULL, indicator TEXT NOT NULL, place TEXT NOT NULL, fromAt INTEGER NOT NULL, toAt INTEGER NOT NULL,
    receivedTo INTEGER NOT NULL, count INTEGER NOT NULL, bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX block_overlap ON block (situation, indicator, place, toAt, fromAt);
  CREATE TABLE image (
    situation TEXT NOT NULL, indicator TEXT NOT NULL, at INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (situation, indicator, at)
  ) STRICT;
  CREATE TABLE session (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE INDEX command_at ON command (at);
  `,
  `
  CREATE TABLE snapshot (
    situation TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL, build TEXT NOT NULL, at INTEGER NOT NULL, parts TEXT NOT NULL, sig TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshot_part (
    situation TEXT NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (situation, seq, n)
  ) STRICT;
  `,
];

/** The version that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
/** Tables whose loss would lose a decision; checked at every open, however large the history has grown. */
export const DECIDED_TABLES = ["entry", "command", "outbox", "timer", "document", "session"] as const;
