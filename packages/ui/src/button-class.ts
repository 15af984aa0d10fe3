const looks = {
  primary: 'bg-accent text-on-accent border-accent hover:brightness-110',
  quiet: 'bg-paper text-ink border-edge hover:bg-hover',
  danger: 'bg-paper text-bad border-bad hover:bg-bad-ground',
}

const sizes = { usual: 'min-h-11 px-5 text-base', small: 'min-h-9 px-3 text-sm' }

/** How a button looks, and a link that leads to a task: put it on whatever draws links. */
export function buttonClass(look: keyof typeof looks = 'quiet', size: keyof typeof sizes = 'usual'): string {
  return `inline-flex items-center justify-center gap-2 rounded-xl border font-semibold motion-safe:transition ${looks[look]} ${sizes[size]}`
}
