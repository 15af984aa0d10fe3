import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Words } from '@latchkey/words'
import type { FastifyReply } from 'fastify'
import { brandLine, hasLogo, type PageOwner } from '../branding/brand-line.ts'
import { type Html, html, toDataBlock, toText, trusted } from './html.ts'
import { favicon } from './icons.ts'
import type { PageScript } from './page-script.ts'
import { type PageLook, pageStyle } from './page-style.ts'
import { requestWords } from './request-words.ts'

/** A page, before it is written. */
export interface Page {
  /** In which it is written, if that is not what the browser asks for. */
  readonly said?: Words
  /** Of the document; the tenant's name is added. */
  readonly title: string
  readonly body: Html
  /** Absent: the page is Latchkey's own. */
  readonly tenant?: PageOwner | undefined
  /** One of the scripts that are known when the program starts. */
  readonly script?: PageScript
  /** One that the page works without: nobody is told that it is missing. */
  readonly refinedBy?: PageScript
  /** Whether it shows pictures of its organisation beside the logo. */
  readonly ownPictures?: 'shown' | 'none'
  /** How it looks, if not as a card. */
  readonly look?: PageLook
  /** What the script reads by `readPageData`. Nothing secret, nothing the person may not see. */
  readonly data?: unknown
  readonly status?: number
  /** Where its form may lead besides to us: sources of `form-action`. */
  readonly formActions?: readonly string[]
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * Send a page: the whole document with its style and script inside, so that nothing else is fetched but a logo. Its policy allows
 * exactly these two, by hash, and no markup made by scripts.
 */
export async function renderPage(reply: FastifyReply, page: Page): Promise<FastifyReply> {
  const { status = 200, script = page.refinedBy } = page
  const style = pageStyle(page.tenant?.settings.branding.accent, page.look)
  const policy = [
    "default-src 'none'",
    `script-src ${script === undefined ? "'none'" : `'${script.hash()}'`}`,
    `style-src '${style.hash}'`,
    hasLogo(page.tenant) || page.ownPictures === 'shown' ? "img-src 'self' data:" : 'img-src data:',
    "connect-src 'self'",
    ["form-action 'self'", ...(page.formActions ?? [])].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const document = toText(writeDocument(reply, page, style.css))
  return await send(
    reply.code(status).type('text/html; charset=utf-8').header('content-security-policy', policy),
    document,
  )
}

function writeDocument(reply: FastifyReply, page: Page, css: string): Html {
  const { language, common } = page.said ?? requestWords(reply.request)
  const owner = page.tenant?.displayName ?? common.productName
  const brand = brandLine(page.tenant, common.productName)
  const script = page.script ?? page.refinedBy
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${page.title} · ${owner}</title><link rel="icon" href="${favicon}"><style>${trusted(css)}</style></head><body class="${page.look?.name ?? 'card'}"><main>${brand}<div id="status" class="sr" role="status"></div>${page.body}${page.script !== undefined && html`<noscript><p class="problem">${common.scriptNeeded}</p></noscript>`}</main><footer>${common.productName}</footer>${page.data !== undefined && html`<script type="application/json" id="data">${toDataBlock(page.data)}</script>`}${script !== undefined && html`<script type="module">${trusted(script.source())}</script>`}</body></html>`
}

async function send(reply: FastifyReply, document: string): Promise<FastifyReply> {
  const accepted = reply.request.headers['accept-encoding'] ?? ''
  const varies = reply.getHeader('vary')
  void reply.header('vary', varies === undefined ? 'accept-encoding' : `${varies}, accept-encoding`)
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4 }
    return reply.header('content-encoding', 'br').send(await compressBrotli(document, { params }))
  }
  if (/\bgzip\b/.test(accepted)) {
    return reply.header('content-encoding', 'gzip').send(await compressGzip(document))
  }
  return reply.send(document)
}
