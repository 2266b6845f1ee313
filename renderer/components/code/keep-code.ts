import { ElMessage } from 'element-plus'
import 'element-plus/theme-chalk/el-message.css'
import { copyPicture, savePicture } from './code-picture'

/** Copies a code's picture and tells how that went. */
export async function copyCode(image: string): Promise<void> {
  try {
    await copyPicture(image)
    ElMessage.success('图片已复制')
  } catch {
    ElMessage.error('图片没有复制成功：系统不允许。可以改为保存图片。')
  }
}

/** Saves a code's picture under the name that it is shown with. */
export function saveCode(image: string, fileName: string): void {
  savePicture(image, fileName)
  ElMessage.success(`已保存 ${fileName}`)
}
