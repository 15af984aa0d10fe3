import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Pictures of organisations. Each was decoded and encoded again here: nobody's bytes are kept as they came. */
export const branding = ({ text, integer, bytes, wide }: ColumnTypes): readonly string[] => [
  `create table brand_image (
    tenant_id ${text} not null references tenant on delete cascade,
    -- The hash of the bytes: an address that means the same for ever.
    image_id ${text} not null,
    png ${bytes} not null,
    width ${integer} not null check (width between 1 and 1024),
    height ${integer} not null check (height between 1 and 1024),
    created_at ${integer} not null,
    primary key (tenant_id, image_id)
  ) ${wide}`,
]
