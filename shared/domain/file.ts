/** A file that the page hands to the main process in pieces; it is kept on this machine until it is sent or dropped. */
export type StagedFile = {
  readonly fileId: string
  readonly name: string
  readonly contentType: FileType
  readonly bytes: number
}

/** What the platform takes as a picture (代授权小程序上传资源, material types 1 to 7). */
export const fileTypes = ['image/png', 'image/jpeg'] as const
export type FileType = (typeof fileTypes)[number]

/** How much of a file the platform has been sent. */
export type UploadProgress = { readonly fileId: string; readonly sentBytes: number; readonly totalBytes: number }
