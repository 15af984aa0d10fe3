import { useEffect, useReducer, useRef } from 'react'

/** A click that was meant for what was there before comes within this time. */
const steadyMilliseconds = 500

/**
 * Whether the window has stood in front long enough for the person to have read it. A page that lures somebody into
 * clicking fast, and lets this window appear under the pointer, gets nothing. What is rendered follows: it is rendered
 * again when the answer becomes another.
 */
export function useSteadyWindow(): () => boolean {
  const since = useRef(performance.now())
  const [, renderAgain] = useReducer((times: number) => times + 1, 0)
  const isSteady = () =>
    document.visibilityState === 'visible' && performance.now() - since.current > steadyMilliseconds
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>
    const wait = () => {
      const left = steadyMilliseconds - (performance.now() - since.current)
      renderAgain()
      if (left >= 0) waiting = setTimeout(wait, left + 1)
    }
    const restart = () => {
      clearTimeout(waiting)
      since.current = performance.now()
      wait()
    }
    wait()
    addEventListener('focus', restart)
    document.addEventListener('visibilitychange', restart)
    return () => {
      clearTimeout(waiting)
      removeEventListener('focus', restart)
      document.removeEventListener('visibilitychange', restart)
    }
  }, [])
  return isSteady
}
