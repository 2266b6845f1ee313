/**
 * A merchant that has something of a template. The platform does not tell which template a version was made of:
 * `certain` where our own journal says so, else told by version and description alone.
 */
export type TemplateUser = {
  readonly appId: string
  readonly name: string
  readonly stages: readonly ('latest' | 'audit' | 'current' | 'previous')[]
  readonly certain: boolean
}

export type TemplateUsage = { readonly templateId: string; readonly users: readonly TemplateUser[] }
