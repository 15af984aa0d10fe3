import type { CampaignMailParts } from './compose-campaign-mail.ts'

/** Write the parts of a mail as plain text, lines ended by `\n`. */
export function toCampaignText(parts: CampaignMailParts): string {
  const { greeting, intro, note, guide, ways, closing, helpDesk, why } = parts
  const paragraphs = [
    greeting,
    ...intro,
    note,
    `${guide.label}:\n${guide.link}`,
    ways && [`${ways.title}:`, ...ways.items.map((item) => `- ${item}`)].join('\n'),
    ...closing,
    helpDesk,
    `--\n${why}`,
  ]
  return `${paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n')}\n`
}

/**
 * Write the parts of a mail as HTML: no picture, nothing that is fetched, and nothing but its one link, so that opening it
 * tells nobody anything.
 *
 * @param accent `#rrggbb`, dark enough for white letters
 */
export function toCampaignHtml(parts: CampaignMailParts, accent: string): string {
  const { language, subject, greeting, intro, note, guide, ways, closing, helpDesk, why } = parts
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${toHtml(text)}</p>`
  const list =
    ways === undefined
      ? ''
      : `<p style="margin:0 0 4px"><strong>${toHtml(ways.title)}</strong></p><ul style="margin:0 0 16px;padding-left:24px">${ways.items
          .map((item) => `<li style="margin:0 0 4px">${toHtml(item)}</li>`)
          .join('')}</ul>`
  return `<!doctype html>
<html lang="${toHtml(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${toHtml(subject)}</title></head>
<body style="margin:0;background:#f4f4f5;color:#18181b;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div role="main" style="max-width:560px;margin:0 auto;padding:24px 16px"><div style="background:#fff;border-radius:12px;padding:24px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${toHtml(subject)}</h1>
${[greeting, ...intro].map(paragraph).join('\n')}
${note === undefined ? '' : `<p style="margin:0 0 16px;padding:12px 16px;background:#f4f4f5;border-radius:8px">${toHtml(note)}</p>`}
<p style="margin:24px 0"><a href="${toHtml(guide.link)}" style="display:inline-block;background:${toHtml(accent)};color:#fff;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:8px">${toHtml(guide.label)}</a></p>
${list}
${closing.map(paragraph).join('\n')}
${helpDesk === undefined ? '' : paragraph(helpDesk)}
</div><p style="margin:16px 8px;color:#52525b;font-size:13px">${toHtml(why)}</p></div>
</body>
</html>
`
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '<br>',
}

const toHtml = (text: string) => text.replace(/[&<>"'\n]/g, (sign) => escapes[sign] ?? sign)
