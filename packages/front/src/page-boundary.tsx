import { Skeleton } from '@latchkey/ui'
import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode, Suspense } from 'react'
import { isMissingPart, NewerNotice } from './newer-notice.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useSurroundings } from './surroundings.ts'

/** Stands around a page, or a part of one: shows that it is coming, or why it did not come, and tries again. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  const { words } = useSurroundings()
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catch onRetry={reset}>
          <Suspense fallback={<Skeleton label={words.frame.loading} lines={6} />}>{children}</Suspense>
        </Catch>
      )}
    </QueryErrorResetBoundary>
  )
}

interface CatchProps {
  onRetry(): void
  readonly children: ReactNode
}

/** React has no other way to catch what a page throws. */
class Catch extends Component<CatchProps, { readonly caught: unknown }> {
  override state: { readonly caught: unknown } = { caught: undefined }

  static getDerivedStateFromError(caught: unknown) {
    return { caught }
  }

  override render() {
    const { caught } = this.state
    if (caught === undefined) return this.props.children
    if (isMissingPart(caught)) return <NewerNotice />
    const retry = () => {
      this.props.onRetry()
      this.setState({ caught: undefined })
    }
    return <ProblemNotice problem={caught} onRetry={retry} />
  }
}
