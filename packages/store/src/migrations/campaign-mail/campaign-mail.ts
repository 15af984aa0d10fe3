import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Who got which mail of a campaign, and what an organisation says about such mails. */
export const campaignMail = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table campaign_mail (
    tenant_id ${text} not null,
    mail_id ${text} not null,
    -- A wave may be gone; what its people got stays.
    wave_id ${text} not null,
    user_id ${text} not null,
    kind ${text} not null,
    day_zero ${text} not null,
    again ${integer} not null,
    token_hash ${bytes},
    state ${text} not null check (state in ('waiting', 'sent', 'failed', 'notNeeded')),
    decided_at ${integer} not null,
    sent_at ${integer},
    opened_at ${integer},
    error ${text},
    primary key (tenant_id, mail_id),
    -- Of two who decide that somebody gets a mail, one does.
    unique (tenant_id, user_id, kind, day_zero, again),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${wide}`,
  `create unique index campaign_mail_by_token on campaign_mail (token_hash) where token_hash is not null`,
  `create index campaign_mail_decided on campaign_mail (tenant_id, decided_at)`,
  `create index campaign_mail_waiting on campaign_mail (tenant_id) where state = 'waiting'`,
  `create index campaign_mail_unopened on campaign_mail (tenant_id, decided_at)
    where state = 'sent' and opened_at is null`,
  `create index campaign_mail_by_time on campaign_mail (decided_at)`,

  `create table campaign_mail_settings (
    tenant_id ${text} primary key references tenant on delete cascade,
    paused ${integer} not null check (paused in (0, 1)),
    per_minute ${integer} not null check (per_minute > 0),
    send_hour ${integer} not null check (send_hour between 0 and 23),
    time_zone ${text} not null,
    -- JSON.
    kinds_off ${text} not null
  ) ${keyed}`,

  `create table campaign_mail_text (
    tenant_id ${text} not null references tenant on delete cascade,
    kind ${text} not null,
    language ${text} not null,
    subject ${text},
    intro ${text},
    closing ${text},
    changed_at ${integer} not null,
    primary key (tenant_id, kind, language)
  ) ${wide}`,
]
