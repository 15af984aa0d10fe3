import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What organisations changed in the guide, and the systems it does not know yet. */
export const guide = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table guide_override (
    tenant_id ${text} not null references tenant on delete cascade,
    step ${text} not null,
    language ${text} not null,
    title ${text},
    -- JSON; there with the title, and only then.
    lines ${text} check ((title is null) = (lines is null)),
    hint ${text},
    picture_id ${text},
    picture_width ${integer},
    picture_height ${integer},
    changed_at ${integer} not null,
    primary key (tenant_id, step, language)
  ) ${wide}`,
  // Decoded and encoded again here: nobody's bytes are kept as they came.
  `create table guide_picture (
    tenant_id ${text} not null references tenant on delete cascade,
    -- The hash of the bytes.
    picture_id ${text} not null,
    png ${bytes} not null,
    width ${integer} not null check (width between 1 and 2000),
    height ${integer} not null check (height between 1 and 2000),
    primary key (tenant_id, picture_id)
  ) ${wide}`,
  `create table newer_system (
    tenant_id ${text} not null references tenant on delete cascade,
    system ${text} not null,
    version ${text} not null,
    first_seen_at ${integer} not null,
    last_seen_at ${integer} not null,
    visits ${integer} not null check (visits > 0),
    dismissed ${integer} not null check (dismissed in (0, 1)),
    primary key (tenant_id, system, version)
  ) ${keyed}`,
]
