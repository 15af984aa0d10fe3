/** The models that are part of a computer and bound to it: what `windowsHelloForBusiness` stands for. */
const platformModels: ReadonlySet<string> = new Set([
  // Windows Hello: in hardware, with a virtual secure module, in software.
  '08987058-cadc-4b81-b6e1-30de50dcbe96',
  '9ddd1817-af5a-4672-a2b9-3e3dd95000a9',
  '6028b017-b1d4-4c02-b4b3-afcdafc96bb2',
])

/** Whether a model is part of a computer and bound to it. */
export function isPlatformModel(aaguid: string): boolean {
  return platformModels.has(aaguid)
}
