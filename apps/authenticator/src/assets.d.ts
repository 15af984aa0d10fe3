/** The address of a file that the builder puts beside the other parts. */
declare module '*?url' {
  const address: string
  // biome-ignore lint/style/noDefaultExport: the builder gives it so.
  export default address
}
