/**
 * Names, at the end, what passed only at its second try: on a busy machine a browser may need one, but nobody is to get
 * used to it.
 */
// biome-ignore lint/style/noDefaultExport: so Vitest finds a reporter.
export default class SecondTries {
  #names = []

  onTestCaseResult(testCase) {
    const { retryCount = 0 } = testCase.diagnostic() ?? {}
    if (retryCount > 0 && testCase.result().state === 'passed') {
      this.#names.push(`${testCase.module.relativeModuleId}: ${testCase.fullName}`)
    }
  }

  onTestRunEnd() {
    for (const name of this.#names) console.log(`passed at the second try: ${name}`)
  }
}
