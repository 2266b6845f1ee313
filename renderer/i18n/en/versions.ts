import type zh from '../zh/versions'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
