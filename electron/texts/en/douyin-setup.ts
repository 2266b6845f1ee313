import type { Dictionary } from '@shared/texts/say'

/** The platform's codes about a merchant's profile, categories, domains, capabilities and codes. */
export const douyinSetupTexts: Dictionary = {
  请等次数恢复后再修改: 'Change it when the allowance is back',
  名称没有修改成功: 'The name was not changed',
  '名称的格式不对：4 到 20 个字符（汉字算 2 个），只能用汉字、字母、数字，末位可以是 +':
    'The name has the wrong form: 4 to 20 characters (a Chinese one counts 2), Chinese, letters and digits only, the last may be +',
  请修改名称: 'Change the name',
  名称已被占用: 'The name is taken',
  已有一次改名在审核中: 'A name change is in review already',
  请等审核结束再改名: 'Change the name when the review is over',
  名称里有敏感词: 'The name has a sensitive word',
  名称涉及品牌或商标: 'The name touches a brand or trademark',
  '请换一个名称，或上传盖章的商标证明': 'Choose another name, or upload the stamped trademark evidence',
  图标没有修改成功: 'The icon was not changed',
  '图标的路径不对，平台读不到文件': 'The icon’s path is wrong, the platform cannot read the file',
  请重新上传图标: 'Upload the icon again',
  已有一次图标修改在审核中: 'An icon change is in review already',
  请等审核结束再修改图标: 'Change the icon when the review is over',
  简介没有修改成功: 'The introduction was not changed',
  '简介的长度不对，应为 10 到 60 个字': 'The introduction has the wrong length: 10 to 60 characters',
  请修改简介: 'Change the introduction',
  已有一次简介修改在审核中: 'An introduction change is in review already',
  请等审核结束再修改简介: 'Change the introduction when the review is over',
  主体认证还没有完成: 'The subject is not verified yet',
  简介里有敏感词: 'The introduction has a sensitive word',
  简介没有提交到审核: 'The introduction was not submitted for review',
  简介的审核没有创建成功: 'The review of the introduction was not created',
  '{0}的修改次数已用完': '{0}: no changes are left',
  '请等次数恢复后再修改{0}；剩余次数见基本资料':
    '{0}: change it when the allowance is back; the profile shows what is left',
  '请换一个名称，或在改名时附上盖章的商标证明':
    'Choose another name, or attach the stamped trademark evidence to the change',
  '名称涉及品牌或商标，没有附上有效的证明': 'The name touches a brand or trademark, and no valid evidence is attached',
  '请换一个名称，或附上盖章的商标证明后重新提交':
    'Choose another name, or attach the stamped trademark evidence and submit again',
  平台没有找到名称的证明材料: 'The platform did not find the evidence for the name',
  '请重新上传证明材料，再提交': 'Upload the evidence again, then submit',
  平台没有找到上传的图标: 'The platform did not find the uploaded icon',

  请刷新可选的类目后重新选择: 'Refresh the available categories and choose again',
  '请等下个月次数恢复后再修改；剩余次数见服务类目页':
    'Wait for next month’s allowance; the categories page shows what is left',
  这个小程序不能使用该服务类目: 'This mini program cannot have that category',
  请换一个服务类目: 'Choose another category',
  服务类目无效: 'The category is not valid',
  '资质材料无效，或没有满足类目的要求': 'The qualification is not valid, or not what the category asks for',
  '请对照类目的资质要求检查，重新上传资质':
    'Compare with what the category asks for, then upload the qualification again',
  本月修改类目的次数已用完: 'No category changes are left this month',
  '服务类目最多 5 个': 'At most 5 service categories',
  请先删除不用的类目: 'Delete categories that are not used first',
  '服务类目重复，这个类目已经设置过': 'This category is set already',
  '请去掉重复的类目；要改资质，请先删除再添加': 'Leave it out; to change its qualifications, delete and add it again',
  '这个类目不需要资质，不能附带资质': 'This category needs no qualification and takes none',
  请去掉资质后再提交: 'Take the qualification out, then submit',
  其中有已失效的类目: 'One of the categories is not valid any more',
  平台没有找到上传的资质材料: 'The platform did not find the uploaded qualification',
  '请重新上传资质，再提交': 'Upload the qualification again, then submit',
  '请删除这个类目，换一个服务类目': 'Delete this category and choose another',
  '本月修改类目的次数已用完；补充资质不占次数，但至少要剩一次':
    'No category changes are left this month; supplying takes none, but one must be left',
  类目与上次提交的不一致: 'The category is not the one submitted last',
  '请刷新类目后，对被拒绝的那个类目补充资质': 'Refresh the categories, then supply the one that was rejected',
  资质的种类与上次提交的不一致: 'The kinds of qualification are not those submitted last',
  '请只更换文件，资质的种类与上次保持一致': 'Change the files only, and keep the kinds of qualification',
  这个类目现在不需要补充资质: 'This category needs nothing supplied now',
  '请刷新类目的状态；只有被拒绝的类目可以补充资质': 'Refresh the categories; only a rejected one can be supplied again',
  其中有只对试点主体开放的类目: 'One of the categories is open to pilot subjects only',
  其中有无效的类目: 'One of the categories is not valid',
  '请删除这个类目，再从可选的类目里重新添加': 'Delete this category, then add it again from the available ones',
  要删除的类目不正确: 'The category to delete is wrong',
  请刷新已设置的类目后再试: 'Refresh the categories, then try again',
  '类目正在审核，不能删除': 'The category is in review and cannot be deleted',
  请等审核结束: 'Wait for the review to end',
  '这是最后一个已通过的类目，不能删除': 'This is the last approved category and cannot be deleted',
  '请先添加别的类目，等它通过后再删除': 'Add another category first, and delete this one when that is approved',
  还不满足发布类目的条件: 'The conditions for publishing categories are not met',
  '请确认至少有一个类目已审核通过、没有类目还在审核、上一次发布已审完，且小程序已上线':
    'Check that a category is approved, none is in review, the last publishing is over, and the mini program is online',
  这个类目不能预设为主营类目: 'This category cannot be the main one',
  请选择一个已审核通过的三级类目: 'Choose an approved category of the third level',

  请先刷新现有的域名再修改: 'Refresh the present domains first, then change them',
  '域名超过 20 个': 'More than 20 domains',
  请减少域名后再提交: 'Send fewer domains',
  '没有可以改动的域名：至少要有一类，或者要添加的都已存在':
    'There is nothing to change: no kind is given, or all of the domains are there already',
  '域名的写法不对：不能带协议、端口和路径，也不能是 IP':
    'A domain is written wrongly: no scheme, port or path, and no IP address',
  '请只填写域名，例如 api.example.com': 'Write the domain only, such as api.example.com',
  '小程序没有这个域名，不能删除': 'The mini program does not have this domain, it cannot be deleted',
  '域名不在第三方小程序应用的服务器域名列表里，也不是其中域名的子域名':
    'The domain is neither in the third-party application’s server domains nor below one of them',
  请先在服务商平台把域名加入第三方小程序应用的服务器域名:
    'Add the domain to the application’s server domains in the agency console first',
  '域名不在第三方小程序应用的业务域名列表里，也不是其中域名的子域名':
    'The domain is neither in the third-party application’s webview domains nor below one of them',
  '请先在服务商平台把域名加入第三方小程序应用的业务域名（加入前要放好域名校验文件）':
    'Add the domain to the application’s webview domains in the agency console first (its check file must be in place)',
  '不是企业小程序，不能使用业务域名': 'Webview domains are for mini programs of companies only',
  请商家先完成企业认证: 'The merchant must complete the company verification first',

  '请让商家在授权管理里补充授予「运营管理权限」和「开发管理权限」，或重新授权':
    'Ask the merchant to grant “Operations management” and “Development management”, or to authorise again',
  没有获取小程序码的权限: 'There is no permission to get mini-program codes',
  '请让商家补充授予「基本信息设置权限」，或重新授权':
    'Ask the merchant to grant “Basic information settings”, or to authorise again',
  平台不接受这个小程序码的内容: 'The platform does not accept what this code should hold',
  '请检查页面路径、参数、宽度和颜色': 'Check page path, parameters, width and colours',
  平台没能识别这个小程序: 'The platform did not recognise this mini program',
  '请再试一次；如果一直这样，请把 log_id 提供给平台客服':
    'Try again; if it stays like this, give the log_id to the platform’s support',
  '申请的内容不正确，或有必填的内容没有填': 'The application is wrong, or something required is missing',
  '请刷新能力，对照字段的说明检查后再提交':
    'Refresh the capability, compare with what each field asks for, then submit',
  商家没有授予这项能力需要的权限集: 'The merchant has not granted the permission set that this capability needs',
  '不需要再次申请，请刷新能力的状态': 'No need to apply again; refresh the capability',
  这项能力的申请次数到了上限: 'No applications for this capability are left',
  '请等次数恢复后再申请，或联系平台客服': 'Apply when the allowance is back, or ask the platform’s support',
  小程序还不满足这项能力的申请条件: 'The mini program does not meet this capability’s conditions',
  '请看能力的申请条件里缺哪一项，满足后再申请': 'See which of its conditions is missing, and apply when it is met',
  平台没有找到申请里的图片: 'The platform did not find the application’s picture',
  '请重新选择图片，再提交': 'Choose the picture again, then submit',
  短视频挂载的申请内容不正确: 'The application for the short-video mount is wrong',
  '请检查申请原因、锚点文案（各最多 200 字）和落地页截图（一张）':
    'Check the reason and the anchor text (200 characters each) and the landing page’s screenshot (one)',
  '没有获得短视频挂载能力，或商家没有授予「运营管理权限」':
    'The short-video mount is not open, or the merchant has not granted “Operations management”',
  '不用申请：小程序过了试运营期就有，要求基础库 3.51.0 及以上':
    'No application needed: there after the trial operation, with base library 3.51.0 or newer',
  锚点文案示例: 'Sample anchor text',
  '视频上显示的挂载文案，写一个例子': 'An example of the text that the mount shows on a video',
  落地页截图: 'Screenshot of the landing page',
  '点开挂载后看到的小程序页面，只要一张': 'The page that the mount opens; one picture only',
  在短视频里挂载小程序: 'Mounts the mini program in short videos',
  健康经营: 'Sound operation',
  订单: 'Orders',
  课程: 'Courses',
  直播挂载: 'Live mount',
  视频挂载: 'Video mount',
  整体限制任务: 'Overall limits'
}
