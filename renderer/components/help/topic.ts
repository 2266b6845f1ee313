/** What the drawer says of a page: short sentences, each of which stands alone. */
export type HelpTopic = { readonly title: string; readonly lines: readonly string[] }
