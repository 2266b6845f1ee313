import { ElMessage } from 'element-plus'
import 'element-plus/theme-chalk/el-message.css'
import { t } from '@/i18n'
import { copyPicture, savePicture } from './code-picture'

/** Copies a code's picture and tells how that went. */
export async function copyCode(image: string): Promise<void> {
  try {
    await copyPicture(image)
    ElMessage.success(t('codes.picture.copied'))
  } catch {
    ElMessage.error(t('codes.picture.copyFailed'))
  }
}

/** Saves a code's picture under the name that it is shown with. */
export function saveCode(image: string, fileName: string): void {
  savePicture(image, fileName)
  ElMessage.success(t('codes.picture.saved', { file: fileName }))
}
