/** A template (模板) in the library. Ids exceed JavaScript's safe integers, hence strings. */
export type Template = {
  readonly templateId: string
  readonly version: string
  readonly description: string
  readonly createdAt: number | null
}

/** A template mini program (模板小程序) and its draft (草稿), where it has one. */
export type TemplateApp = {
  readonly appId: string
  readonly name: string
  readonly draft: {
    readonly draftId: string
    readonly version: string
    readonly description: string
    readonly uploadedBy: string | null
    readonly createdAt: number | null
  } | null
}

export type TemplateLibrary = {
  readonly templates: readonly Template[]
  readonly templateApps: readonly TemplateApp[]
  readonly readAt: number
}
