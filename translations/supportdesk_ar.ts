<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG">
<context>
    <name>Acts</name>
    <message>
        <source>Accepted as an incident</source>
        <translation>قُبلت كواقعة</translation>
    </message>
    <message>
        <source>Action taken back</source>
        <translation>تم التراجع عن الإجراء</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Agreement recorded</source>
        <translation>سُجّلت الموافقة</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>الإجابات</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>Article edited</source>
        <translation>عُدّلت المقالة</translation>
    </message>
    <message>
        <source>Article used</source>
        <translation>استُخدمت مقالة</translation>
    </message>
    <message>
        <source>Audit recorded</source>
        <translation>سُجّل التدقيق</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>الفرع</translation>
    </message>
    <message>
        <source>Caption of a photo</source>
        <translation>تعليق على صورة</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>أُغلقت الحالة</translation>
    </message>
    <message>
        <source>Case edited</source>
        <translation>عُدّلت الحالة</translation>
    </message>
    <message>
        <source>Case from a recommendation</source>
        <translation>حالة من توصية</translation>
    </message>
    <message>
        <source>Case left closed</source>
        <translation>تُركت الحالة مغلقة</translation>
    </message>
    <message>
        <source>Case linked</source>
        <translation>رُبطت الحالة</translation>
    </message>
    <message>
        <source>Case merged</source>
        <translation>دُمجت الحالة</translation>
    </message>
    <message>
        <source>Case reactivated</source>
        <translation>أُعيد تفعيل الحالة</translation>
    </message>
    <message>
        <source>Case split</source>
        <translation>قُسّمت الحالة</translation>
    </message>
    <message>
        <source>Cases of a visit changed</source>
        <translation>عُدِّلت حالات زيارة</translation>
    </message>
    <message>
        <source>Client’s acceptance</source>
        <translation>موافقة العميل</translation>
    </message>
    <message>
        <source>Client’s suggestions</source>
        <translation>اقتراحات العميل</translation>
    </message>
    <message>
        <source>Connection marked as no case</source>
        <translation>وُسم الاتصال بأنه ليس حالة</translation>
    </message>
    <message>
        <source>Connection put on a case</source>
        <translation>وُضع الاتصال على حالة</translation>
    </message>
    <message>
        <source>Connection reports fetched</source>
        <translation>جُلبت تقارير الاتصال</translation>
    </message>
    <message>
        <source>Connection taken off a case</source>
        <translation>أُزيل الاتصال من حالة</translation>
    </message>
    <message>
        <source>Connection taken up again</source>
        <translation>أُعيد النظر في الاتصال</translation>
    </message>
    <message>
        <source>Connections put on their case</source>
        <translation>وُضعت الاتصالات على حالتها</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <source>Contact edited</source>
        <translation>عُدّلت جهة الاتصال</translation>
    </message>
    <message>
        <source>Contract edited</source>
        <translation>عُدّل العقد</translation>
    </message>
    <message>
        <source>Copy of a data file taken</source>
        <translation>أُخذت نسخة من ملف بيانات</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Customer edited</source>
        <translation>عُدّل العميل</translation>
    </message>
    <message>
        <source>Customer told of the release</source>
        <translation>أُبلغ العميل بالإصدار</translation>
    </message>
    <message>
        <source>Customer’s message</source>
        <translation>رسالة العميل</translation>
    </message>
    <message>
        <source>Customer’s severity</source>
        <translation>درجة الخطورة لدى العميل</translation>
    </message>
    <message>
        <source>Customer’s severity recorded</source>
        <translation>سُجّلت درجة الخطورة لدى العميل</translation>
    </message>
    <message>
        <source>Data file erased</source>
        <translation>مُحي ملف بيانات</translation>
    </message>
    <message>
        <source>Data file noted</source>
        <translation>سُجّل ملف البيانات</translation>
    </message>
    <message>
        <source>Day of erasing changed</source>
        <translation>تغيّر يوم المحو</translation>
    </message>
    <message>
        <source>Difference opened again</source>
        <translation>أُعيد فتح الاختلاف</translation>
    </message>
    <message>
        <source>Difference settled</source>
        <translation>سُوّي الاختلاف</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Engagement opened</source>
        <translation>فُتحت خدمة إضافية</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>أُرفق ملف</translation>
    </message>
    <message>
        <source>File attached to a visit</source>
        <translation>أُرفق ملف بزيارة</translation>
    </message>
    <message>
        <source>File attached to an article</source>
        <translation>أُرفق ملف بمقالة</translation>
    </message>
    <message>
        <source>File given up</source>
        <translation>تُرك ملف</translation>
    </message>
    <message>
        <source>File of a visit given up</source>
        <translation>تُرك ملف زيارة</translation>
    </message>
    <message>
        <source>File of an article given up</source>
        <translation>تُرك ملف مقالة</translation>
    </message>
    <message>
        <source>File taken off an article</source>
        <translation>أُزيل ملف من مقالة</translation>
    </message>
    <message>
        <source>Given back to the branch</source>
        <translation>أُعيدت إلى الفرع</translation>
    </message>
    <message>
        <source>Given to central support</source>
        <translation>أُحيلت إلى الدعم المركزي</translation>
    </message>
    <message>
        <source>Handed to a manager</source>
        <translation>أُحيلت إلى مدير</translation>
    </message>
    <message>
        <source>Incident returned</source>
        <translation>أُرجعت الواقعة</translation>
    </message>
    <message>
        <source>Information received</source>
        <translation>وصلت المعلومات</translation>
    </message>
    <message>
        <source>Installation recorded</source>
        <translation>سُجّل التثبيت</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Invoice drafted</source>
        <translation>أُعدّت الفاتورة</translation>
    </message>
    <message>
        <source>Invoice settled</source>
        <translation>سُوّيت الفاتورة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Link ended</source>
        <translation>أُنهي الربط</translation>
    </message>
    <message>
        <source>Matter opened again</source>
        <translation>أُعيد فتح المسألة</translation>
    </message>
    <message>
        <source>Matter settled</source>
        <translation>سُوّيت المسألة</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>تم التراجع عن الدمج</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Named contact asked for</source>
        <translation>طُلب اعتماد جهة اتصال</translation>
    </message>
    <message>
        <source>Named contact changed</source>
        <translation>تغيّرت جهة الاتصال المعتمدة</translation>
    </message>
    <message>
        <source>Named contact decided</source>
        <translation>بُتّ في جهة الاتصال المعتمدة</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>مقالة جديدة</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>حالة جديدة</translation>
    </message>
    <message>
        <source>New cases</source>
        <translation>حالات جديدة</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>جهة اتصال جديدة</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>عقد جديد</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>موقع جديد</translation>
    </message>
    <message>
        <source>New tracking note</source>
        <translation>ملاحظة تتبّع جديدة</translation>
    </message>
    <message>
        <source>Next update agreed</source>
        <translation>اتُّفق على التحديث التالي</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Owner changed</source>
        <translation>تغيّر المسؤول</translation>
    </message>
    <message>
        <source>PDF attached to a visit</source>
        <translation>إرفاق ملف PDF بزيارة</translation>
    </message>
    <message>
        <source>PIN changed</source>
        <translation>تغيّر رمز PIN</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>قطع الغيار</translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation>سُجّلت الدفعة</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>مكالمة هاتفية</translation>
    </message>
    <message>
        <source>Photo or file taken out of a visit</source>
        <translation>أُخرجت صورة أو ملف من زيارة</translation>
    </message>
    <message>
        <source>Photos of a visit put in order</source>
        <translation>رُتّبت صور زيارة</translation>
    </message>
    <message>
        <source>Policy installed</source>
        <translation>ثُبّتت السياسة</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>المشكلات المكتشفة</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>التوصيات</translation>
    </message>
    <message>
        <source>Records edited</source>
        <translation>عُدّلت السجلات</translation>
    </message>
    <message>
        <source>Remote session</source>
        <translation>جلسة عن بُعد</translation>
    </message>
    <message>
        <source>Remote session ended</source>
        <translation>انتهت الجلسة عن بُعد</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Request for information</source>
        <translation>طلب معلومات</translation>
    </message>
    <message>
        <source>Season ticket bought</source>
        <translation>اشتُريت باقة الوقائع</translation>
    </message>
    <message>
        <source>Session code made</source>
        <translation>أُنشئ رمز جلسة</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>درجة الخطورة</translation>
    </message>
    <message>
        <source>Severity verified</source>
        <translation>أُكّدت درجة الخطورة</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Site edited</source>
        <translation>عُدّل الموقع</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Stage changed</source>
        <translation>تغيّرت المرحلة</translation>
    </message>
    <message>
        <source>Step of an engagement</source>
        <translation>خطوة من خدمة إضافية</translation>
    </message>
    <message>
        <source>Support without cover settled</source>
        <translation>سُوّي دعم بلا تغطية</translation>
    </message>
    <message>
        <source>System health</source>
        <translation>سلامة النظام</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Tracking note edited</source>
        <translation>عُدّلت ملاحظة التتبّع</translation>
    </message>
    <message>
        <source>Tracking note linked</source>
        <translation>رُبطت ملاحظة تتبّع</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>View edited</source>
        <translation>عُدّل العرض</translation>
    </message>
    <message>
        <source>View moved</source>
        <translation>نُقل العرض</translation>
    </message>
    <message>
        <source>View removed</source>
        <translation>أُزيل العرض</translation>
    </message>
    <message>
        <source>View saved</source>
        <translation>حُفظ العرض</translation>
    </message>
    <message>
        <source>Visit edited</source>
        <translation>عُدّلت الزيارة</translation>
    </message>
    <message>
        <source>Visit finished</source>
        <translation>انتهت الزيارة</translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation>خُطّطت زيارة</translation>
    </message>
    <message>
        <source>Visit report</source>
        <translation>تقرير زيارة</translation>
    </message>
    <message>
        <source>Visit report opened again</source>
        <translation>أعيد فتح تقرير الزيارة</translation>
    </message>
    <message>
        <source>Visit report signed</source>
        <translation>وُقّع تقرير الزيارة</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>العمل المنجز</translation>
    </message>
</context>
<context>
    <name>Articles</name>
    <message numerus="yes">
        <source>%n file(s) attached to the article</source>
        <translation>
            <numerusform>لم يُرفق أي ملف بالمقالة</numerusform>
            <numerusform>أُرفق ملف واحد بالمقالة</numerusform>
            <numerusform>أُرفق ملفان بالمقالة</numerusform>
            <numerusform>أُرفقت %n ملفات بالمقالة</numerusform>
            <numerusform>أُرفق %n ملفًا بالمقالة</numerusform>
            <numerusform>أُرفق %n ملف بالمقالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>إرفاق ملفات…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Files of the article</source>
        <translation>ملفات المقالة</translation>
    </message>
    <message>
        <source>For customers</source>
        <translation>للعملاء</translation>
    </message>
    <message>
        <source>For engineers only</source>
        <translation>للمهندسين فقط</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>عرضه</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Take off the article</source>
        <translation>إزالة من المقالة</translation>
    </message>
    <message>
        <source>Take {name} off the article</source>
        <translation>إزالة {name} من المقالة</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>تم التراجع</translation>
    </message>
    <message>
        <source>Taken off the article</source>
        <translation>أُزيل من المقالة</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>نص المقالة</translation>
    </message>
    <message>
        <source>The article has no files.</source>
        <translation>لا توجد ملفات لهذه المقالة.</translation>
    </message>
    <message>
        <source>The article has no files. Drop or paste some here, or choose them.</source>
        <translation>لا توجد ملفات لهذه المقالة. أفلتها أو ألصقها هنا، أو اخترها.</translation>
    </message>
    <message>
        <source>The article is being read…</source>
        <translation>جارٍ قراءة المقالة…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>changed {time}</source>
        <translation>عُدّلت {time}</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>A contact is to become a named contact</source>
        <translation>مطلوب اعتماد جهة اتصال</translation>
    </message>
    <message>
        <source>A customer suggests something for the product</source>
        <translation>يقترح عميل شيئًا للمنتج</translation>
    </message>
    <message>
        <source>A file wasn’t sent</source>
        <translation>لم يُرسل ملف</translation>
    </message>
    <message>
        <source>A message did not reach the customer</source>
        <translation>لم تصل رسالة إلى العميل</translation>
    </message>
    <message>
        <source>A photo wasn’t sent</source>
        <translation>لم تُرسل صورة</translation>
    </message>
    <message>
        <source>A release settles this case</source>
        <translation>إصدار يحلّ هذه الحالة</translation>
    </message>
    <message>
        <source>A visit report was finished</source>
        <translation>اكتمل تقرير زيارة</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>تمت الموافقة.</translation>
    </message>
    <message>
        <source>Ask your administrator for more room on the hub, then try again.</source>
        <translation>اطلب من المسؤول مساحة أكبر على الخادم المركزي، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Ask your administrator to let larger files in, then try again.</source>
        <translation>اطلب من المسؤول السماح بملفات أكبر، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Ask {name} first</source>
        <translation>سؤال {name} أولًا</translation>
    </message>
    <message>
        <source>Before both changes: {values}.</source>
        <translation>قبل التغييرين: {values}.</translation>
    </message>
    <message>
        <source>Both kept</source>
        <translation>أُبقي على الاثنين</translation>
    </message>
    <message>
        <source>By {name}</source>
        <translation>بواسطة {name}</translation>
    </message>
    <message>
        <source>Came up {time}</source>
        <translation>ظهر {time}</translation>
    </message>
    <message>
        <source>Central support gave this case back to you</source>
        <translation>أعاد الدعم المركزي هذه الحالة إليك</translation>
    </message>
    <message>
        <source>Choose the file again, or a smaller copy: it takes the place of this one.</source>
        <translation>اختر الملف من جديد أو نسخة أصغر منه: تحل محل هذا الملف.</translation>
    </message>
    <message>
        <source>Choose the file that is to be sent</source>
        <translation>اختيار الملف المراد إرساله</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>اختيار الملف…</translation>
    </message>
    <message>
        <source>Choose what it should say. Nothing is lost: what you don’t choose is kept.</source>
        <translation>اختر ما ينبغي أن يُكتب. لا يضيع شيء: ما لا تختاره يُحفظ.</translation>
    </message>
    <message>
        <source>Choose what the case should say. Nothing is lost: what you don’t choose stays in the history.</source>
        <translation>اختر ما ينبغي أن تقوله الحالة. لا يضيع شيء: ما لا تختاره يبقى في السجل.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Deadlines are paused</source>
        <translation>المواعيد متوقفة</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>تم الرفض.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Discard this?</source>
        <translation>هل تريد تجاهل هذا؟</translation>
    </message>
    <message>
        <source>Discard what you wrote?</source>
        <translation>هل تريد تجاهل ما كتبته؟</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>تم التجاهل.</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>تجاهل…</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>أُعيد التنفيذ.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>تعديل وإعادة الإرسال</translation>
    </message>
    <message>
        <source>First response due {moment}</source>
        <translation>الرد الأول مستحق {moment}</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>ترك الملف</translation>
    </message>
    <message>
        <source>Give up this file?</source>
        <translation>هل تريد ترك هذا الملف؟</translation>
    </message>
    <message>
        <source>Give up: everybody sees the file as lost. What lies on this computer stays here.</source>
        <translation>ترك الملف: يراه الجميع مفقودًا. وما على هذا الكمبيوتر يبقى فيه.</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>ترك الملف…</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>تُرك الملف.</translation>
    </message>
    <message>
        <source>Hand to a manager</source>
        <translation>إحالة إلى مدير</translation>
    </message>
    <message>
        <source>Handed to a manager.</source>
        <translation>أُحيل إلى مدير.</translation>
    </message>
    <message>
        <source>How it was settled</source>
        <translation>كيف تمت التسوية</translation>
    </message>
    <message>
        <source>It can be undone until {date}</source>
        <translation>يمكن التراجع حتى {date}</translation>
    </message>
    <message>
        <source>It is larger than the hub takes. It is safe on this computer, and others wait for it.</source>
        <translation>هو أكبر مما يقبله الخادم المركزي. وهو محفوظ على هذا الكمبيوتر، وآخرون ينتظرونه.</translation>
    </message>
    <message>
        <source>It is sent once more.</source>
        <translation>يُرسل مرة أخرى.</translation>
    </message>
    <message>
        <source>It was damaged or changed on this disk since it was attached. Others wait for it.</source>
        <translation>تلف أو تغيّر على هذا القرص منذ إرفاقه. وآخرون ينتظرونه.</translation>
    </message>
    <message>
        <source>It was deleted from this computer before it was sent. Others wait for it.</source>
        <translation>حُذف من هذا الكمبيوتر قبل إرساله. وآخرون ينتظرونه.</translation>
    </message>
    <message>
        <source>It was done here {time} and is not allowed by now. Nothing is lost.</source>
        <translation>نُفّذ هنا {time} ولم يعد مسموحًا. لا يضيع شيء.</translation>
    </message>
    <message>
        <source>It was done on another desk and is not allowed by now. Nothing was sent to the customer.</source>
        <translation>نُفّذ على مكتب آخر ولم يعد مسموحًا. لم يُرسل شيء إلى العميل.</translation>
    </message>
    <message>
        <source>It was not accepted, and its author leaves the decision to you.</source>
        <translation>لم يُقبل هذا، ويترك صاحبه القرار لك.</translation>
    </message>
    <message>
        <source>It will not be sent or done again. A copy stays in this desk’s own records.</source>
        <translation>لن يُرسل هذا ولن يُعاد تنفيذه. تبقى نسخة في سجلات هذا المكتب.</translation>
    </message>
    <message>
        <source>It will say</source>
        <translation>سيُكتب</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Kept as a note on the case.</source>
        <translation>حُفظ كملاحظة على الحالة.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Leave it closed…</source>
        <translation>تركها مغلقة…</translation>
    </message>
    <message>
        <source>Log a new case…</source>
        <translation>تسجيل حالة جديدة…</translation>
    </message>
    <message>
        <source>Named contacts may log cases under this customer’s plan.</source>
        <translation>لجهات الاتصال المعتمدة أن تسجّل حالات ضمن خطة هذا العميل.</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>تحتاج انتباهك</translation>
    </message>
    <message>
        <source>Next update due {moment}</source>
        <translation>التحديث التالي مستحق {moment}</translation>
    </message>
    <message>
        <source>Nobody but you will be able to open {name}: everybody else sees it as lost.</source>
        <translation>لن يستطيع أحد غيرك فتح {name}: يراه الآخرون جميعًا مفقودًا.</translation>
    </message>
    <message>
        <source>Nobody sees it in a list while the case is closed. Go on with the case, log a new one that follows it, or leave it closed and say why.</source>
        <translation>لا يراها أحد في القوائم ما دامت الحالة مغلقة. تابع الحالة، أو سجّل حالة جديدة تتبعها، أو اتركها مغلقة واذكر السبب.</translation>
    </message>
    <message>
        <source>Nothing needs you now</source>
        <translation>لا شيء يحتاج إليك الآن</translation>
    </message>
    <message>
        <source>Nothing to settle</source>
        <translation>لا شيء للتسوية</translation>
    </message>
    <message>
        <source>On the hub</source>
        <translation>على الخادم المركزي</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>فتح الحالة</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>فتح الزيارة</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>وضع جانبًا</translation>
    </message>
    <message>
        <source>Put aside.</source>
        <translation>وُضع جانبًا.</translation>
    </message>
    <message>
        <source>Reactivate the case</source>
        <translation>إعادة تفعيل الحالة</translation>
    </message>
    <message>
        <source>Read it, then put this aside.</source>
        <translation>اقرأه ثم ضع هذا جانبًا.</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>تسجيل دفعة…</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>رد…</translation>
    </message>
    <message>
        <source>Rule {rule}</source>
        <translation>القاعدة {rule}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Save as a note</source>
        <translation>حفظ كملاحظة</translation>
    </message>
    <message>
        <source>Say what becomes of it, then put this aside.</source>
        <translation>اذكر ما سيؤول إليه الأمر، ثم ضع هذا جانبًا.</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>إرسال كما هو</translation>
    </message>
    <message>
        <source>Settle it by a payment, by a season ticket, or as goodwill.</source>
        <translation>سوِّها بدفعة أو بباقة وقائع أو كبادرة حسنة.</translation>
    </message>
    <message>
        <source>Settle with these choices</source>
        <translation>تسوية بهذه الخيارات</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>تمت التسوية</translation>
    </message>
    <message>
        <source>Settled. You can undo it for 30 days.</source>
        <translation>تمت التسوية. يمكنك التراجع خلال 30 يومًا.</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>تسوية…</translation>
    </message>
    <message>
        <source>Show my open cases</source>
        <translation>عرض حالاتي المفتوحة</translation>
    </message>
    <message>
        <source>Support was given without cover</source>
        <translation>قُدّم دعم بلا تغطية</translation>
    </message>
    <message>
        <source>Take all of this</source>
        <translation>أخذ كل هذا</translation>
    </message>
    <message>
        <source>Tell the customer, then put this aside.</source>
        <translation>أبلغ العميل ثم ضع هذا جانبًا.</translation>
    </message>
    <message>
        <source>The case will say</source>
        <translation>ستقول الحالة</translation>
    </message>
    <message>
        <source>The customer answered after the case was closed</source>
        <translation>رد العميل بعد إغلاق الحالة</translation>
    </message>
    <message>
        <source>The customer wrote at {time}</source>
        <translation>كتب العميل {time}</translation>
    </message>
    <message>
        <source>The customer wrote before it was sent, and you had not seen it. Nothing is lost: it waits here.</source>
        <translation>كتب العميل قبل إرسالها ولم تكن قد رأيت ذلك. لا يضيع شيء: هي تنتظر هنا.</translation>
    </message>
    <message>
        <source>The hub did not take it. It is safe on this computer, and others wait for it.</source>
        <translation>لم يقبله الخادم المركزي. وهو محفوظ على هذا الكمبيوتر، وآخرون ينتظرونه.</translation>
    </message>
    <message>
        <source>The hub gave no reason.</source>
        <translation>لم يذكر الخادم المركزي سببًا.</translation>
    </message>
    <message>
        <source>The hub has no room for it. It is safe on this computer, and others wait for it.</source>
        <translation>لا مكان له على الخادم المركزي. وهو محفوظ على هذا الكمبيوتر، وآخرون ينتظرونه.</translation>
    </message>
    <message>
        <source>The original stays on this computer, where you can open and save it.</source>
        <translation>يبقى الأصل على هذا الكمبيوتر، حيث يمكنك فتحه وحفظه.</translation>
    </message>
    <message>
        <source>There is no whole copy of it on this computer any more.</source>
        <translation>لم تعد منه نسخة سليمة على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>This waits for you</source>
        <translation>هذا بانتظارك</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Try again, if the disk was at fault and is well now.</source>
        <translation>أعد المحاولة إن كان الخلل في القرص وقد أُصلح.</translation>
    </message>
    <message>
        <source>Try again, once what came between is out of the way.</source>
        <translation>أعد المحاولة بعد زوال العائق.</translation>
    </message>
    <message>
        <source>Try another way to reach the customer, then put this aside.</source>
        <translation>جرّب طريقة أخرى للوصول إلى العميل ثم ضع هذا جانبًا.</translation>
    </message>
    <message>
        <source>Two values for each field</source>
        <translation>قيمتان لكل حقل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undone. It waits for you again.</source>
        <translation>تم التراجع. صار هذا بانتظارك مجددًا.</translation>
    </message>
    <message>
        <source>What colleagues changed at the same time, what was not accepted and what waits shows here.</source>
        <translation>يظهر هنا ما غيّره الزملاء في الوقت نفسه وما لم يُقبل وما ينتظر.</translation>
    </message>
    <message>
        <source>What was settled lately stands in the list.</source>
        <translation>ما سُوّي مؤخرًا موجود في القائمة.</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>ما يمكنك فعله</translation>
    </message>
    <message>
        <source>What you did here met a colleague’s work, and nobody had to choose.</source>
        <translation>التقى ما فعلته هنا بعمل زميل، ولم يضطر أحد إلى الاختيار.</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>ما كتبته</translation>
    </message>
    <message>
        <source>Words that were not accepted are on the case</source>
        <translation>على الحالة كلمات لم تُقبل</translation>
    </message>
    <message>
        <source>Write one sentence that says how.</source>
        <translation>اكتب جملة تبيّن كيف.</translation>
    </message>
    <message>
        <source>You and somebody else changed this at the same time</source>
        <translation>غيّرت أنت وشخص آخر هذا في الوقت نفسه</translation>
    </message>
    <message>
        <source>You and {name}</source>
        <translation>أنت و{name}</translation>
    </message>
    <message>
        <source>You and {name} changed this at the same time</source>
        <translation>غيّرت أنت و{name} هذا في الوقت نفسه</translation>
    </message>
    <message>
        <source>You and {name} changed this case at the same time</source>
        <translation>غيّرت أنت و{name} هذه الحالة في الوقت نفسه</translation>
    </message>
    <message>
        <source>You and {name}, while you were offline</source>
        <translation>أنت و{name}، بينما كنت غير متصل</translation>
    </message>
    <message>
        <source>You are asked what is to become of this</source>
        <translation>يُسأل رأيك فيما يُفعل بهذا</translation>
    </message>
    <message>
        <source>You can undo this for 30 days</source>
        <translation>يمكنك التراجع خلال 30 يومًا</translation>
    </message>
    <message>
        <source>You own it again and answer for its next deadline.</source>
        <translation>عادت إليك مسؤوليتها وموعدها التالي.</translation>
    </message>
    <message>
        <source>You were offline from {begin} to {end}.</source>
        <translation>كنت غير متصل من {begin} إلى {end}.</translation>
    </message>
    <message>
        <source>Your reply was held back</source>
        <translation>احتُجز ردك</translation>
    </message>
    <message>
        <source>Your reply, {time}</source>
        <translation>ردك، {time}</translation>
    </message>
    <message>
        <source>Yours, on this computer</source>
        <translation>قيمتك على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>one sentence for the record</source>
        <translation>جملة واحدة للسجل</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>شخص آخر</translation>
    </message>
    <message>
        <source>{act}: not accepted</source>
        <translation>{act}: لم يُقبل</translation>
    </message>
    <message>
        <source>{author} and {name}</source>
        <translation>{author} و{name}</translation>
    </message>
    <message>
        <source>{author} and {name} changed this at the same time</source>
        <translation>غيّر {author} و{name} هذا في الوقت نفسه</translation>
    </message>
    <message>
        <source>{case} changed in two places</source>
        <translation>{case} تغيّرت في مكانين</translation>
    </message>
    <message>
        <source>{case}, {name}, {size}</source>
        <translation>‏{case}، {name}، {size}</translation>
    </message>
    <message>
        <source>{case}: answer after closing</source>
        <translation>{case}: رد بعد الإغلاق</translation>
    </message>
    <message>
        <source>{case}: back from central support</source>
        <translation>{case}: عادت من الدعم المركزي</translation>
    </message>
    <message>
        <source>{case}: fixed in a release</source>
        <translation>{case}: حُلّت في إصدار</translation>
    </message>
    <message>
        <source>{case}: handed to you</source>
        <translation>{case}: أُحيلت إليك</translation>
    </message>
    <message>
        <source>{case}: message not delivered</source>
        <translation>{case}: رسالة لم تصل</translation>
    </message>
    <message>
        <source>{case}: named contact asked for</source>
        <translation>{case}: طُلب اعتماد جهة اتصال</translation>
    </message>
    <message>
        <source>{case}: reply held back</source>
        <translation>{case}: رد محتجز</translation>
    </message>
    <message>
        <source>{case}: same {fields} chosen</source>
        <translation>{case}: الاختيار نفسه في {fields}</translation>
    </message>
    <message>
        <source>{case}: suggestion for the product</source>
        <translation>{case}: اقتراح للمنتج</translation>
    </message>
    <message>
        <source>{case}: support without cover</source>
        <translation>{case}: دعم بلا تغطية</translation>
    </message>
    <message>
        <source>{case}: visit report finished</source>
        <translation>{case}: اكتمل تقرير زيارة</translation>
    </message>
    <message>
        <source>{case}: waits for you</source>
        <translation>{case}: بانتظارك</translation>
    </message>
    <message>
        <source>{case}: words kept as a note</source>
        <translation>{case}: كلمات محفوظة كملاحظة</translation>
    </message>
    <message>
        <source>{case}: {act} not accepted</source>
        <translation>{case}: {act}، لم يُقبل</translation>
    </message>
    <message>
        <source>{case}: {act}, by both</source>
        <translation>{case}: {act}، من الطرفين</translation>
    </message>
    <message>
        <source>{case}: {fields} changed by both</source>
        <translation>{case}: {fields} غيّرها الطرفان</translation>
    </message>
    <message>
        <source>{case}: {fields} settled</source>
        <translation>{case}: {fields}، تمت التسوية</translation>
    </message>
    <message>
        <source>{comes} takes the place of {leaves}.</source>
        <translation>{comes} يحل محل {leaves}.</translation>
    </message>
    <message>
        <source>{fields}: both can be kept.</source>
        <translation>{fields}: يمكن إبقاء الاثنين.</translation>
    </message>
    <message>
        <source>{fields}: one value wins.</source>
        <translation>{fields}: تبقى قيمة واحدة.</translation>
    </message>
    <message>
        <source>{field}: {mine} or {theirs}?</source>
        <translation>{field}: {mine} أم {theirs}؟</translation>
    </message>
    <message>
        <source>{name} chose at {time} what stands.</source>
        <translation>اختار {name} {time} ما يبقى.</translation>
    </message>
    <message>
        <source>{name} is sent instead.</source>
        <translation>يُرسل {name} بدلًا منه.</translation>
    </message>
    <message>
        <source>{name}, we both changed this case. What should it say?</source>
        <translation>{name}، غيّرنا كلانا هذه الحالة. ماذا ينبغي أن تقول؟</translation>
    </message>
    <message>
        <source>{name}, {act}</source>
        <translation>{name}، {act}</translation>
    </message>
    <message>
        <source>{name}, {time}</source>
        <translation>{name}، {time}</translation>
    </message>
    <message>
        <source>{name}’s</source>
        <translation>قيمة {name}</translation>
    </message>
    <message>
        <source>{name}’s, on the hub</source>
        <translation>قيمة {name} على الخادم المركزي</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message numerus="yes">
        <source>%n photo(s) are not in the report.</source>
        <translation>
            <numerusform>لا صور خارج التقرير.</numerusform>
            <numerusform>صورة واحدة ليست في التقرير.</numerusform>
            <numerusform>صورتان ليستا في التقرير.</numerusform>
            <numerusform>%n صور ليست في التقرير.</numerusform>
            <numerusform>%n صورة ليست في التقرير.</numerusform>
            <numerusform>%n صورة ليست في التقرير.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken</source>
        <translation>
            <numerusform>لم تُلتقط أي صورة</numerusform>
            <numerusform>التُقطت صورة واحدة</numerusform>
            <numerusform>التُقطت صورتان</numerusform>
            <numerusform>التُقطت %n صور</numerusform>
            <numerusform>التُقطت %n صورة</numerusform>
            <numerusform>التُقطت %n صورة</numerusform>
        </translation>
    </message>
    <message>
        <source>A library of the system is missing: {name}.</source>
        <translation>تنقص مكتبة من مكتبات النظام: {name}.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s settings, under privacy and camera, then open this again. Photos can also be added as files.</source>
        <translation>اسمح بذلك في إعدادات النظام، تحت الخصوصية والكاميرا، ثم افتح هذه النافذة من جديد. ويمكن أيضًا إضافة الصور كملفات.</translation>
    </message>
    <message>
        <source>Ask who looks after this computer to install it, or add photos as files.</source>
        <translation>اطلب ممن يعتني بهذا الحاسوب أن يثبّتها، أو أضف الصور كملفات.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Choose files instead…</source>
        <translation>اختيار ملفات بدلًا من ذلك…</translation>
    </message>
    <message>
        <source>Closing once more lets them go.</source>
        <translation>الإغلاق مرة أخرى يتخلى عنها.</translation>
    </message>
    <message>
        <source>Connect the camera anew, or another one. The system says: {words}</source>
        <translation>أعد توصيل الكاميرا، أو صِل غيرها. يقول النظام: {words}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>It is still here.</source>
        <translation>ما زالت هنا.</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>لا توجد كاميرا موصولة.</translation>
    </message>
    <message>
        <source>One that you connect is seen at once. Photos of a phone can be added as files.</source>
        <translation>الكاميرا التي توصلها تظهر فورًا. ويمكن إضافة صور الهاتف كملفات.</translation>
    </message>
    <message>
        <source>Perhaps another program is using it, or its cover is closed. Close the other program.</source>
        <translation>ربما يستعملها برنامج آخر، أو غطاؤها مغلق. أغلق البرنامج الآخر.</translation>
    </message>
    <message>
        <source>Photo in the report</source>
        <translation>صورة في التقرير</translation>
    </message>
    <message>
        <source>Photo on its way into the report</source>
        <translation>صورة في طريقها إلى التقرير</translation>
    </message>
    <message>
        <source>Photo that is not in the report</source>
        <translation>صورة ليست في التقرير</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>حفظ في مكان آخر…</translation>
    </message>
    <message>
        <source>Save photos elsewhere</source>
        <translation>حفظ الصور في مكان آخر</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Support Desk may not use the camera.</source>
        <translation>لا يُسمح لـ Support Desk باستعمال الكاميرا.</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>التقاط صورة</translation>
    </message>
    <message>
        <source>Take photos</source>
        <translation>التقاط صور</translation>
    </message>
    <message>
        <source>Take this photo out again</source>
        <translation>إخراج هذه الصورة</translation>
    </message>
    <message>
        <source>The camera can&apos;t be used on this computer.</source>
        <translation>لا يمكن استعمال الكاميرا على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>لا تعطي الكاميرا صورة.</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>تبدأ الكاميرا…</translation>
    </message>
    <message>
        <source>The camera stopped.</source>
        <translation>توقفت الكاميرا.</translation>
    </message>
    <message>
        <source>The photo could not be saved there: {why}.</source>
        <translation>تعذّر حفظ الصورة هناك: {why}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Try again, or save them elsewhere.</source>
        <translation>حاول مجددًا، أو احفظها في مكان آخر.</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>ما تراه الكاميرا</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>Accepted as one incident</source>
        <translation>قُبلت واقعةً واحدة</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>أُسندت إلى {name}</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>عادت إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>Case reactivated</source>
        <translation>أُعيد تفعيل الحالة</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>تم التراجع عن الدمج</translation>
    </message>
    <message>
        <source>Moved to {stage}</source>
        <translation>نُقلت إلى «{stage}»</translation>
    </message>
    <message>
        <source>Title changed</source>
        <translation>غُيّر العنوان</translation>
    </message>
</context>
<context>
    <name>CaseDialogs</name>
    <message>
        <source>Agree</source>
        <translation>اتفاق</translation>
    </message>
    <message>
        <source>Agreement recorded</source>
        <translation>سُجّلت الموافقة</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Amount of the quote</source>
        <translation>مبلغ عرض السعر</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقالة</translation>
    </message>
    <message>
        <source>As goodwill, nothing is charged</source>
        <translation>مجاملةً، دون أي مقابل</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>كما كانت في</translation>
    </message>
    <message>
        <source>Both cases stay as they are and name each other.</source>
        <translation>تبقى الحالتان كما هما، وتشير كل منهما إلى الأخرى.</translation>
    </message>
    <message>
        <source>Case {number} closed</source>
        <translation>أُغلقت الحالة {number}</translation>
    </message>
    <message>
        <source>Central support serves this customer itself.</source>
        <translation>الدعم المركزي يخدم هذا العميل بنفسه.</translation>
    </message>
    <message>
        <source>Close for the customer</source>
        <translation>إغلاق نيابةً عن العميل</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>إغلاق الحالة</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Customer’s acceptance</source>
        <translation>قبول العميل</translation>
    </message>
    <message>
        <source>Customer’s agreement</source>
        <translation>موافقة العميل</translation>
    </message>
    <message>
        <source>Customer’s approval</source>
        <translation>اعتماد العميل</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>التسليم</translation>
    </message>
    <message>
        <source>End a link</source>
        <translation>إنهاء ارتباط</translation>
    </message>
    <message>
        <source>End the link</source>
        <translation>إنهاء الارتباط</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>خدمة إضافية</translation>
    </message>
    <message>
        <source>Engagement opened</source>
        <translation>فُتحت الخدمة الإضافية</translation>
    </message>
    <message>
        <source>Follow-up case logged</source>
        <translation>سُجّلت حالة المتابعة</translation>
    </message>
    <message>
        <source>Give back to the branch</source>
        <translation>إعادة إلى الفرع</translation>
    </message>
    <message>
        <source>Give the case</source>
        <translation>إحالة الحالة</translation>
    </message>
    <message>
        <source>Give the case back</source>
        <translation>إعادة الحالة</translation>
    </message>
    <message>
        <source>Give to central support</source>
        <translation>إحالة إلى الدعم المركزي</translation>
    </message>
    <message>
        <source>Given back to the branch</source>
        <translation>أُعيدت إلى الفرع</translation>
    </message>
    <message>
        <source>Given to central support</source>
        <translation>أُحيلت إلى الدعم المركزي</translation>
    </message>
    <message>
        <source>How it is settled</source>
        <translation>طريقة التسوية</translation>
    </message>
    <message>
        <source>How they belong together</source>
        <translation>وجه الارتباط بينهما</translation>
    </message>
    <message>
        <source>Incident returned</source>
        <translation>أُرجعت الواقعة</translation>
    </message>
    <message>
        <source>Information received</source>
        <translation>المعلومات الواردة</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <source>It goes on with {number}, which stays closed.</source>
        <translation>تتابع {number} التي تبقى مغلقة.</translation>
    </message>
    <message>
        <source>Its clocks stop. It can be worked on again by reactivating it.</source>
        <translation>تتوقف مُهلها. ويمكن استئناف العمل عليها بإعادة تفعيلها.</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>نوع العمل</translation>
    </message>
    <message>
        <source>Leave it closed</source>
        <translation>إبقاؤها مغلقة</translation>
    </message>
    <message>
        <source>Leave the case closed</source>
        <translation>إبقاء الحالة مغلقة</translation>
    </message>
    <message>
        <source>Left closed</source>
        <translation>أُبقيت مغلقة</translation>
    </message>
    <message>
        <source>Link a tracking note</source>
        <translation>ربط ملاحظة تتبّع</translation>
    </message>
    <message>
        <source>Link ended</source>
        <translation>أُنهي الارتباط</translation>
    </message>
    <message>
        <source>Link or merge</source>
        <translation>ربط أو دمج</translation>
    </message>
    <message>
        <source>Link or merge {number}</source>
        <translation>ربط الحالة {number} أو دمجها</translation>
    </message>
    <message>
        <source>Link the cases</source>
        <translation>ربط الحالتين</translation>
    </message>
    <message>
        <source>Link the note</source>
        <translation>ربط الملاحظة</translation>
    </message>
    <message>
        <source>Linked with {number}</source>
        <translation>رُبطت بالحالة {number}</translation>
    </message>
    <message>
        <source>Lists show the other case only, with the entries of both. A merge can be undone at any time.</source>
        <translation>لا تظهر في القوائم إلا الحالة الأخرى، وفيها قيود الحالتين. ويمكن التراجع عن الدمج في أي وقت.</translation>
    </message>
    <message>
        <source>Log a follow-up case</source>
        <translation>تسجيل حالة متابعة</translation>
    </message>
    <message>
        <source>Log the case</source>
        <translation>تسجيل الحالة</translation>
    </message>
    <message>
        <source>Logged {moment}.</source>
        <translation>سُجّلت {moment}.</translation>
    </message>
    <message>
        <source>Merge into the other</source>
        <translation>دمج في الأخرى</translation>
    </message>
    <message>
        <source>Merge the cases</source>
        <translation>دمج الحالتين</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>تم التراجع عن الدمج</translation>
    </message>
    <message>
        <source>Merged into {number}</source>
        <translation>دُمجت في الحالة {number}</translation>
    </message>
    <message>
        <source>Move the case</source>
        <translation>نقل الحالة</translation>
    </message>
    <message>
        <source>Move to {stage}</source>
        <translation>نقل إلى «{stage}»</translation>
    </message>
    <message>
        <source>Moved to {stage}</source>
        <translation>نُقلت إلى «{stage}»</translation>
    </message>
    <message>
        <source>Name the person who agrees.</source>
        <translation>اذكر اسم الموافِق.</translation>
    </message>
    <message>
        <source>Name the vendor.</source>
        <translation>اذكر اسم المورّد.</translation>
    </message>
    <message>
        <source>Name what it is about.</source>
        <translation>اذكر الموضوع.</translation>
    </message>
    <message>
        <source>Next step of the work</source>
        <translation>الخطوة التالية من العمل</translation>
    </message>
    <message>
        <source>Next update agreed</source>
        <translation>اتُّفق على التحديث التالي</translation>
    </message>
    <message>
        <source>Next update agreed: {moment}</source>
        <translation>اتُّفق على التحديث التالي: {moment}</translation>
    </message>
    <message>
        <source>No case fits. Try its number or another word.</source>
        <translation>لا حالة مطابقة. جرّب رقمها أو كلمة أخرى.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Nothing fits. Try another word.</source>
        <translation>لا نتائج مطابقة. جرّب كلمة أخرى.</translation>
    </message>
    <message>
        <source>Nothing is awaited from the customer.</source>
        <translation>لا شيء مطلوب من العميل.</translation>
    </message>
    <message>
        <source>Number or title</source>
        <translation>الرقم أو العنوان</translation>
    </message>
    <message>
        <source>Number, title or customer</source>
        <translation>الرقم أو العنوان أو العميل</translation>
    </message>
    <message>
        <source>Open engagement</source>
        <translation>فتح خدمة إضافية</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>طريقة الدفع</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation>سُجّلت الدفعة</translation>
    </message>
    <message>
        <source>Put its text into the reply</source>
        <translation>إدراج نصها في الرد</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>عرض سعر</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>تسجيل دفعة</translation>
    </message>
    <message>
        <source>Record agreement</source>
        <translation>تسجيل الموافقة</translation>
    </message>
    <message>
        <source>Record payment</source>
        <translation>تسجيل الدفعة</translation>
    </message>
    <message>
        <source>Record step</source>
        <translation>تسجيل الخطوة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>الحل</translation>
    </message>
    <message>
        <source>Return incident</source>
        <translation>إرجاع الواقعة</translation>
    </message>
    <message>
        <source>Return the incident</source>
        <translation>إرجاع الواقعة</translation>
    </message>
    <message>
        <source>Say what the customer was told.</source>
        <translation>اكتب ما قيل للعميل.</translation>
    </message>
    <message>
        <source>Season ticket recorded</source>
        <translation>سُجّلت باقة الوقائع</translation>
    </message>
    <message numerus="yes">
        <source>Season ticket, %n incident(s)</source>
        <translation>
            <numerusform>باقة الوقائع، بلا وقائع</numerusform>
            <numerusform>باقة الوقائع، واقعة واحدة</numerusform>
            <numerusform>باقة الوقائع، واقعتان</numerusform>
            <numerusform>باقة الوقائع، %n وقائع</numerusform>
            <numerusform>باقة الوقائع، %n واقعة</numerusform>
            <numerusform>باقة الوقائع، %n واقعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>تسوية</translation>
    </message>
    <message>
        <source>Settle support without cover</source>
        <translation>تسوية دعم بلا تغطية</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Severity the customer claims</source>
        <translation>الخطورة كما يراها العميل</translation>
    </message>
    <message>
        <source>Severity verified as {code}</source>
        <translation>أُكّدت درجة الخطورة {code}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Show the case as of a past moment</source>
        <translation>عرض الحالة كما كانت في لحظة سابقة</translation>
    </message>
    <message>
        <source>Split into two cases</source>
        <translation>فُصلت إلى حالتين</translation>
    </message>
    <message>
        <source>Split off another aspect</source>
        <translation>فصل جانب آخر</translation>
    </message>
    <message>
        <source>Split the case</source>
        <translation>فصل الحالة</translation>
    </message>
    <message>
        <source>Start an engagement</source>
        <translation>بدء خدمة إضافية</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Step recorded: {step}</source>
        <translation>سُجّلت الخطوة: {step}</translation>
    </message>
    <message>
        <source>Support under these terms is not paid per incident. Record a contract instead.</source>
        <translation>الدعم وفق هذه الشروط لا يُدفع عن كل واقعة. سجّل عقدًا بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Support without cover settled</source>
        <translation>سُوّي الدعم بلا تغطية</translation>
    </message>
    <message>
        <source>The amount has to be above zero.</source>
        <translation>يجب أن يزيد المبلغ على الصفر.</translation>
    </message>
    <message>
        <source>The clock of the next update runs until then.</source>
        <translation>تسري مهلة التحديث التالي حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>The customer has to agree first. Record the agreement from the menu of the case.</source>
        <translation>يجب أن يوافق العميل أولًا. سجّل الموافقة من قائمة الحالة.</translation>
    </message>
    <message>
        <source>The customer hears by</source>
        <translation>يُبلَّغ العميل قبل</translation>
    </message>
    <message>
        <source>The customer said {code} {name}.</source>
        <translation>قال العميل {code} {name}.</translation>
    </message>
    <message>
        <source>The customer’s ledger keeps both lines: the incident used and its return.</source>
        <translation>يحتفظ دفتر العميل بالسطرين: الواقعة المستخدمة وإرجاعها.</translation>
    </message>
    <message>
        <source>The incident of this case moves to the new one</source>
        <translation>تنتقل واقعة هذه الحالة إلى الحالة الجديدة</translation>
    </message>
    <message>
        <source>The new case is an incident of its own</source>
        <translation>الحالة الجديدة واقعة قائمة بذاتها</translation>
    </message>
    <message>
        <source>The other case</source>
        <translation>الحالة الأخرى</translation>
    </message>
    <message>
        <source>The timeline names the customer as who closed it.</source>
        <translation>يذكر السجل الزمني أن العميل هو من أغلقها.</translation>
    </message>
    <message>
        <source>There are no severities here</source>
        <translation>لا توجد درجات خطورة هنا</translation>
    </message>
    <message>
        <source>These support terms know no central support.</source>
        <translation>لا دعم مركزي في شروط الدعم هذه.</translation>
    </message>
    <message>
        <source>These support terms know no chargeable work.</source>
        <translation>لا أعمال مدفوعة في شروط الدعم هذه.</translation>
    </message>
    <message>
        <source>This article is for engineers only.</source>
        <translation>هذه المقالة للمهندسين فقط.</translation>
    </message>
    <message>
        <source>This case</source>
        <translation>هذه الحالة</translation>
    </message>
    <message>
        <source>This stage belongs to chargeable work. Open an engagement for the case first.</source>
        <translation>هذه المرحلة خاصة بالأعمال المدفوعة. افتح خدمة إضافية للحالة أولًا.</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>تأكيد الاستلام</translation>
    </message>
    <message numerus="yes">
        <source>Ticked off: %n item(s)</source>
        <translation>
            <numerusform>لم يُؤكَّد استلام أي بند</numerusform>
            <numerusform>تأكّد استلام بند واحد</numerusform>
            <numerusform>تأكّد استلام بندين</numerusform>
            <numerusform>تأكّد استلام %n بنود</numerusform>
            <numerusform>تأكّد استلام %n بندًا</numerusform>
            <numerusform>تأكّد استلام %n بند</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Title of the new case</source>
        <translation>عنوان الحالة الجديدة</translation>
    </message>
    <message>
        <source>Tracking note</source>
        <translation>ملاحظة تتبّع</translation>
    </message>
    <message>
        <source>Undo a merge</source>
        <translation>التراجع عن دمج</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>التراجع عن الدمج</translation>
    </message>
    <message>
        <source>Use an article</source>
        <translation>استخدام مقالة</translation>
    </message>
    <message>
        <source>Use the article</source>
        <translation>استخدام المقالة</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>المورّد</translation>
    </message>
    <message>
        <source>Verify severity</source>
        <translation>تأكيد الخطورة</translation>
    </message>
    <message>
        <source>What is asked of central support</source>
        <translation>المطلوب من الدعم المركزي</translation>
    </message>
    <message>
        <source>What the branch should know</source>
        <translation>ما ينبغي أن يعرفه الفرع</translation>
    </message>
    <message>
        <source>What the customer wants, in their words</source>
        <translation>ما يريده العميل بكلماته</translation>
    </message>
    <message>
        <source>What was paid for</source>
        <translation>موضوع الدفعة</translation>
    </message>
    <message>
        <source>What you told the customer</source>
        <translation>ما قلته للعميل</translation>
    </message>
    <message>
        <source>Which case</source>
        <translation>أي حالة</translation>
    </message>
    <message>
        <source>Which link</source>
        <translation>أي ارتباط</translation>
    </message>
    <message>
        <source>Which vendor is waited for</source>
        <translation>المورّد المنتظَر رده</translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation>من يوافق</translation>
    </message>
    <message>
        <source>Why it is returned</source>
        <translation>سبب الإرجاع</translation>
    </message>
    <message>
        <source>Why nothing more is needed</source>
        <translation>لماذا لا يلزم شيء آخر</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Write an amount, such as 120.00.</source>
        <translation>اكتب مبلغًا، مثل 120.00.</translation>
    </message>
    <message>
        <source>Write one sentence that says how.</source>
        <translation>اكتب جملة واحدة تبيّن الطريقة.</translation>
    </message>
    <message>
        <source>Write one sentence that says why.</source>
        <translation>اكتب جملة واحدة تبيّن السبب.</translation>
    </message>
    <message>
        <source>Write the three letters of a currency.</source>
        <translation>اكتب رمز العملة المكوّن من ثلاثة أحرف.</translation>
    </message>
    <message>
        <source>Written brief</source>
        <translation>الوصف المكتوب</translation>
    </message>
    <message>
        <source>before the split</source>
        <translation>قبل الفصل</translation>
    </message>
    <message>
        <source>not needed to confirm</source>
        <translation>لا يلزم عند التأكيد</translation>
    </message>
    <message>
        <source>only colleagues see it</source>
        <translation>يراه الزملاء فقط</translation>
    </message>
    <message>
        <source>receipt or transfer number</source>
        <translation>رقم الإيصال أو الحوالة</translation>
    </message>
    <message>
        <source>the customer sees it</source>
        <translation>يراه العميل</translation>
    </message>
    <message>
        <source>three letters, as USD</source>
        <translation>ثلاثة أحرف، مثل USD</translation>
    </message>
    <message>
        <source>where one does the work</source>
        <translation>إن كان مورّد ينفّذ العمل</translation>
    </message>
    <message>
        <source>{number} noted on the case</source>
        <translation>دُوّنت {number} على الحالة</translation>
    </message>
    <message>
        <source>“{policy}” doesn’t rank cases by severity, so there is none to verify.</source>
        <translation>لا تصنّف «{policy}» الحالات حسب الخطورة، فلا خطورة تُؤكَّد.</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Back to the queue</source>
        <translation>إعادة إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Call the contact</source>
        <translation>اتصال بجهة الاتصال</translation>
    </message>
    <message>
        <source>Copy the case number</source>
        <translation>نسخ رقم الحالة</translation>
    </message>
    <message>
        <source>Customer said</source>
        <translation>قال العميل</translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation>العميل:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Follow this case</source>
        <translation>متابعة هذه الحالة</translation>
    </message>
    <message>
        <source>More for this case</source>
        <translation>المزيد لهذه الحالة</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>الحالة التالية</translation>
    </message>
    <message>
        <source>No severity yet</source>
        <translation>بلا خطورة بعد</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation>المسؤول: {name}</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>الحالة السابقة</translation>
    </message>
    <message>
        <source>Stage: {name}</source>
        <translation>المرحلة: {name}</translation>
    </message>
    <message>
        <source>Title of the case</source>
        <translation>عنوان الحالة</translation>
    </message>
    <message>
        <source>You follow this case. Stop following</source>
        <translation>أنت تتابع هذه الحالة. إيقاف المتابعة</translation>
    </message>
    <message>
        <source>{code} {name}, not verified</source>
        <translation>‏{code} {name}، غير مؤكدة</translation>
    </message>
    <message>
        <source>{code} {name}, verified</source>
        <translation>‏{code} {name}، مؤكدة</translation>
    </message>
    <message>
        <source>{stage}…</source>
        <translation>{stage}…</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>لا حالات</numerusform>
            <numerusform>حالة واحدة</numerusform>
            <numerusform>حالتان</numerusform>
            <numerusform>%n حالات</numerusform>
            <numerusform>%n حالة</numerusform>
            <numerusform>%n حالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a word or a field, such as owner:me or logged:&gt;2026-01-01, to find the others.</source>
        <translation>أضف كلمة أو حقلاً، مثل ⁦owner:me⁩ أو ⁦logged:&gt;2026-01-01⁩، للعثور على البقية.</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>كل الدرجات</translation>
    </message>
    <message>
        <source>Assign…  A</source>
        <translation>إسناد…  A</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>Change stage…  S</source>
        <translation>تغيير المرحلة…  S</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح المرشّح</translation>
    </message>
    <message>
        <source>Every case has an owner</source>
        <translation>لكل حالة مسؤول</translation>
    </message>
    <message>
        <source>Everything new has been read.</source>
        <translation>قُرئ كل جديد.</translation>
    </message>
    <message>
        <source>Fields are read too, for example severity:S1, owner:me, is:overdue or client:name.</source>
        <translation>تُفهم الحقول أيضًا، مثل severity:S1 أو owner:me أو is:overdue أو client:name.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>مرشّح</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>ترشيح هذه القائمة</translation>
    </message>
    <message>
        <source>Narrow it…</source>
        <translation>تضييق البحث…</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>حالة جديدة</translation>
    </message>
    <message>
        <source>No case matches</source>
        <translation>لا حالات مطابقة</translation>
    </message>
    <message>
        <source>No case waits for a customer</source>
        <translation>لا حالة بانتظار عميل</translation>
    </message>
    <message>
        <source>Nothing is breaching soon</source>
        <translation>لا شيء يقترب من الموعد</translation>
    </message>
    <message>
        <source>Reply  R</source>
        <translation>رد  R</translation>
    </message>
    <message>
        <source>Rows in one line or in two</source>
        <translation>الصفوف في سطر أو سطرين</translation>
    </message>
    <message>
        <source>Show my open cases</source>
        <translation>عرض حالاتي المفتوحة</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>إظهار المرشّحات أو إخفاؤها</translation>
    </message>
    <message>
        <source>Show unassigned cases</source>
        <translation>عرض الحالات غير المسندة</translation>
    </message>
    <message>
        <source>The inbox is empty</source>
        <translation>الوارد فارغ</translation>
    </message>
    <message>
        <source>There are more than the {count} cases listed here.</source>
        <translation>هناك أكثر من {count} حالة المعروضة هنا.</translation>
    </message>
    <message>
        <source>There are no cases here yet</source>
        <translation>لا حالات هنا بعد</translation>
    </message>
    <message>
        <source>Try fewer words, or look at every case of this list.</source>
        <translation>جرّب كلمات أقل، أو اعرض كل حالات هذه القائمة.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>Words, or a field and its value</source>
        <translation>كلمات، أو حقل وقيمته</translation>
    </message>
    <message>
        <source>You have no open cases</source>
        <translation>ليست لديك حالات مفتوحة</translation>
    </message>
    <message>
        <source>case {number}</source>
        <translation>الحالة {number}</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>بلا مسؤول</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>غير مؤكدة</translation>
    </message>
    <message>
        <source>{count}+</source>
        <translation>{count}+</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message numerus="yes">
        <source>%n field(s) changed in two places.</source>
        <translation>
            <numerusform>لا حقول تغيّرت في مكانين.</numerusform>
            <numerusform>حقل واحد تغيّر في مكانين.</numerusform>
            <numerusform>حقلان تغيّرا في مكانين.</numerusform>
            <numerusform>%n حقول تغيّرت في مكانين.</numerusform>
            <numerusform>%n حقلًا تغيّر في مكانين.</numerusform>
            <numerusform>%n حقل تغيّر في مكانين.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>العودة إلى الآن</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Nothing can be changed while you look back.</source>
        <translation>لا يمكن تغيير شيء أثناء عرض الماضي.</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>تسوية…</translation>
    </message>
    <message>
        <source>The case as of {moment}.</source>
        <translation>الحالة كما كانت في {moment}.</translation>
    </message>
    <message>
        <source>You can go on with the case meanwhile.</source>
        <translation>يمكنك متابعة العمل على الحالة في الأثناء.</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>An invoice line is drafted</source>
        <translation>أُعدّ بند فاتورة</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>Closed, but the customer has written since</source>
        <translation>مغلقة، لكن العميل كتب بعد ذلك</translation>
    </message>
    <message>
        <source>Closed, can be reactivated until {moment}</source>
        <translation>مغلقة، ويمكن إعادة تفعيلها حتى {moment}</translation>
    </message>
    <message>
        <source>Closes {closing} if no reply</source>
        <translation>تُغلق {closing} إن لم يصل رد</translation>
    </message>
    <message>
        <source>Closes {closing} if no reply – reminder goes {reminder}</source>
        <translation>تُغلق {closing} إن لم يصل رد – يُرسل التذكير {reminder}</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>إبقاؤها مفتوحة</translation>
    </message>
    <message>
        <source>No deadline is running</source>
        <translation>لا مهلة سارية</translation>
    </message>
    <message>
        <source>Offer a ticket…</source>
        <translation>عرض باقة…</translation>
    </message>
    <message>
        <source>Reactivation is free</source>
        <translation>إعادة التفعيل مجانية</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>تسجيل دفعة…</translation>
    </message>
    <message>
        <source>Why is this due then?  W</source>
        <translation>لماذا هذا الموعد؟  W</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>لماذا؟</translation>
    </message>
    <message>
        <source>{clock} due in {time}</source>
        <translation>{clock} مستحق خلال {time}</translation>
    </message>
    <message>
        <source>{clock} given</source>
        <translation>تم {clock}</translation>
    </message>
    <message>
        <source>{clock} paused</source>
        <translation>مهلة {clock} متوقفة</translation>
    </message>
    <message>
        <source>{clock} stopped</source>
        <translation>أُوقفت مهلة {clock}</translation>
    </message>
    <message>
        <source>{clock} {time}</source>
        <translation>{clock}: {time}</translation>
    </message>
    <message>
        <source>{clock}: {time}</source>
        <translation>{clock}: {time}</translation>
    </message>
    <message>
        <source>{name}, until {day}</source>
        <translation>‏{name} حتى {day}</translation>
    </message>
    <message numerus="yes">
        <source>{name}: {left} of %n incident(s) left</source>
        <translation>
            <numerusform>‏{name}: المتبقي {left} من %n واقعة</numerusform>
            <numerusform>‏{name}: المتبقي {left} من واقعة واحدة</numerusform>
            <numerusform>‏{name}: المتبقي {left} من واقعتين</numerusform>
            <numerusform>‏{name}: المتبقي {left} من %n وقائع</numerusform>
            <numerusform>‏{name}: المتبقي {left} من %n واقعة</numerusform>
            <numerusform>‏{name}: المتبقي {left} من %n واقعة</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} hours</source>
        <translation>دوام {place}</translation>
    </message>
    <message>
        <source>{severity}, {hours}</source>
        <translation>‏{severity}، {hours}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>المتبقي {time}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Assign to me</source>
        <translation>إسناد إليّ</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>إسناد…</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Change stage…</source>
        <translation>تغيير المرحلة…</translation>
    </message>
    <message>
        <source>Close or reactivate…</source>
        <translation>إغلاق أو إعادة تفعيل…</translation>
    </message>
    <message>
        <source>Connect TeamViewer…</source>
        <translation>ربط TeamViewer…</translation>
    </message>
    <message>
        <source>Connect to a hub…</source>
        <translation>الاتصال بخادم مركزي…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Filter this list…</source>
        <translation>ترشيح هذه القائمة…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>انتقال</translation>
    </message>
    <message>
        <source>Go to cases breaching soon</source>
        <translation>انتقال إلى الحالات التي تقترب من الموعد</translation>
    </message>
    <message>
        <source>Go to cases that wait</source>
        <translation>انتقال إلى الحالات المنتظِرة</translation>
    </message>
    <message>
        <source>Go to my open cases</source>
        <translation>انتقال إلى حالاتي المفتوحة</translation>
    </message>
    <message>
        <source>Go to saved view {number}</source>
        <translation>انتقال إلى طريقة العرض المحفوظة {number}</translation>
    </message>
    <message>
        <source>Go to the File Station</source>
        <translation>اذهب إلى محطة الملفات</translation>
    </message>
    <message>
        <source>Go to the calendar of visits</source>
        <translation>الانتقال إلى تقويم الزيارات</translation>
    </message>
    <message>
        <source>Go to the customers</source>
        <translation>انتقال إلى العملاء</translation>
    </message>
    <message>
        <source>Go to the dashboard</source>
        <translation>انتقال إلى لوحة المتابعة</translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation>انتقال إلى الوارد</translation>
    </message>
    <message>
        <source>Go to the knowledge base</source>
        <translation>انتقال إلى قاعدة المعرفة</translation>
    </message>
    <message>
        <source>Go to the visit reports</source>
        <translation>الانتقال إلى تقارير الزيارات</translation>
    </message>
    <message>
        <source>Go to today&apos;s visits</source>
        <translation>انتقال إلى زيارات اليوم</translation>
    </message>
    <message>
        <source>Go to unassigned cases</source>
        <translation>انتقال إلى الحالات غير المسندة</translation>
    </message>
    <message>
        <source>Go to what needs your attention</source>
        <translation>انتقال إلى ما يحتاج انتباهك</translation>
    </message>
    <message>
        <source>Hide or show the list</source>
        <translation>إخفاء القائمة أو إظهارها</translation>
    </message>
    <message>
        <source>Hold or resume</source>
        <translation>تعليق أو استئناف</translation>
    </message>
    <message>
        <source>Import cases…</source>
        <translation>استيراد الحالات…</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Link or merge…</source>
        <translation>ربط أو دمج…</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>تسجيل مكالمة</translation>
    </message>
    <message>
        <source>Look as the system does</source>
        <translation>مظهر النظام</translation>
    </message>
    <message>
        <source>Mark as unread or read</source>
        <translation>وضع علامة غير مقروءة أو مقروءة</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>حالة جديدة…</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>الحالة التالية</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>الجزء التالي</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>الصف التالي</translation>
    </message>
    <message>
        <source>Plan a visit…</source>
        <translation>تخطيط زيارة…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>التفضيلات…</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>الحالة السابقة</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>الجزء السابق</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>الصف السابق</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Rows in one line or in two</source>
        <translation>الصفوف في سطر أو سطرين</translation>
    </message>
    <message>
        <source>Search all cases…</source>
        <translation>بحث في كل الحالات…</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>بحث…</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>إرسال واستقبال الآن</translation>
    </message>
    <message>
        <source>Start a remote session…</source>
        <translation>بدء جلسة عن بُعد…</translation>
    </message>
    <message>
        <source>TeamViewer connections…</source>
        <translation>اتصالات TeamViewer…</translation>
    </message>
    <message>
        <source>This desk and its hub…</source>
        <translation>هذا المكتب وخادمه المركزي…</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>تراجع عن آخر إجراء</translation>
    </message>
    <message>
        <source>Verify severity…</source>
        <translation>تأكيد الخطورة…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Why is this due then?</source>
        <translation>لماذا هذا الموعد؟</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source> min</source>
        <translation> د</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Agree when the customer hears next</source>
        <translation>الاتفاق على موعد التحديث التالي</translation>
    </message>
    <message>
        <source>Ask for information with a checklist</source>
        <translation>طلب معلومات بقائمة تحقّق</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>إرفاق ملف</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>مكالمة</translation>
    </message>
    <message>
        <source>Call logged</source>
        <translation>سُجّلت المكالمة</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>محرر الرسائل</translation>
    </message>
    <message>
        <source>Information asked for</source>
        <translation>طُلبت المعلومات</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Keep the stage ({name})</source>
        <translation>إبقاء المرحلة ({name})</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>المدة بالدقائق</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>تسجيل المكالمة</translation>
    </message>
    <message>
        <source>Log session</source>
        <translation>تسجيل الجلسة</translation>
    </message>
    <message>
        <source>Needed from the customer; the case waits for it</source>
        <translation>مطلوب من العميل، والحالة تنتظره</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>أُضيفت الملاحظة</translation>
    </message>
    <message>
        <source>Only colleagues see this</source>
        <translation>يراها الزملاء فقط</translation>
    </message>
    <message>
        <source>Plan visit</source>
        <translation>تحديد موعد زيارة</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>تسجيل دفعة…</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>عن بُعد</translation>
    </message>
    <message>
        <source>Remote session logged</source>
        <translation>سُجّلت الجلسة عن بُعد</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Reply sent</source>
        <translation>أُرسل الرد</translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation>رد على العميل</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>حُفظت {time}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>إرسال كما هو</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>جارٍ الإرسال…</translation>
    </message>
    <message>
        <source>Something else, in your words</source>
        <translation>شيء آخر، بكلماتك</translation>
    </message>
    <message>
        <source>Stage after sending, {text}</source>
        <translation>المرحلة بعد الإرسال، {text}</translation>
    </message>
    <message>
        <source>The customer sees this</source>
        <translation>يراه العميل</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>اتصل العميل</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>الأداة</translation>
    </message>
    <message>
        <source>Use an article of the knowledge base</source>
        <translation>استخدام مقالة من قاعدة المعرفة</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>زيارة</translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation>حُدّد موعد الزيارة</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>اتصلنا نحن</translation>
    </message>
    <message>
        <source>What else is needed</source>
        <translation>ما المطلوب غير ذلك</translation>
    </message>
    <message>
        <source>What was done in the session</source>
        <translation>ما تم في الجلسة</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>ما قيل</translation>
    </message>
    <message>
        <source>What was said on the phone</source>
        <translation>ما قيل في المكالمة</translation>
    </message>
    <message>
        <source>When the visit is planned</source>
        <translation>موعد الزيارة</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>من اتصل</translation>
    </message>
    <message>
        <source>Who gave consent</source>
        <translation>من أعطى الإذن</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>من يذهب</translation>
    </message>
    <message>
        <source>Write a note that only your colleagues see</source>
        <translation>اكتب ملاحظة لا يراها إلا زملاؤك</translation>
    </message>
    <message>
        <source>Write to the customer</source>
        <translation>اكتب إلى العميل</translation>
    </message>
    <message>
        <source>then: same stage</source>
        <translation>ثم: المرحلة نفسها</translation>
    </message>
    <message>
        <source>then: {stage}</source>
        <translation>ثم: {stage}</translation>
    </message>
    <message>
        <source>{name} sees this</source>
        <translation>يراه {name}</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>% by week</source>
        <translation>% أسبوعيًا</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>لا حالات</numerusform>
            <numerusform>حالة واحدة</numerusform>
            <numerusform>حالتان</numerusform>
            <numerusform>%n حالات</numerusform>
            <numerusform>%n حالة</numerusform>
            <numerusform>%n حالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) by stage and severity</source>
        <translation>
            <numerusform>لا حالات حسب المرحلة والخطورة</numerusform>
            <numerusform>حالة واحدة حسب المرحلة والخطورة</numerusform>
            <numerusform>حالتان حسب المرحلة والخطورة</numerusform>
            <numerusform>%n حالات حسب المرحلة والخطورة</numerusform>
            <numerusform>%n حالة حسب المرحلة والخطورة</numerusform>
            <numerusform>%n حالة حسب المرحلة والخطورة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>لا عقود</numerusform>
            <numerusform>عقد واحد</numerusform>
            <numerusform>عقدان</numerusform>
            <numerusform>%n عقود</numerusform>
            <numerusform>%n عقدًا</numerusform>
            <numerusform>%n عقد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than last week</source>
        <translation>
            <numerusform>كما في الأسبوع الماضي</numerusform>
            <numerusform>أقل بواحدة من الأسبوع الماضي</numerusform>
            <numerusform>أقل باثنتين من الأسبوع الماضي</numerusform>
            <numerusform>أقل بـ%n من الأسبوع الماضي</numerusform>
            <numerusform>أقل بـ%n من الأسبوع الماضي</numerusform>
            <numerusform>أقل بـ%n من الأسبوع الماضي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>لا متأخرة</numerusform>
            <numerusform>واحدة متأخرة</numerusform>
            <numerusform>اثنتان متأخرتان</numerusform>
            <numerusform>%n متأخرة</numerusform>
            <numerusform>%n متأخرة</numerusform>
            <numerusform>%n متأخرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than last week</source>
        <translation>
            <numerusform>كما في الأسبوع الماضي</numerusform>
            <numerusform>أكثر بواحدة من الأسبوع الماضي</numerusform>
            <numerusform>أكثر باثنتين من الأسبوع الماضي</numerusform>
            <numerusform>أكثر بـ%n من الأسبوع الماضي</numerusform>
            <numerusform>أكثر بـ%n من الأسبوع الماضي</numerusform>
            <numerusform>أكثر بـ%n من الأسبوع الماضي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>بلا زيادة</numerusform>
            <numerusform>زيادة واحدة</numerusform>
            <numerusform>زيادة اثنتين</numerusform>
            <numerusform>زيادة %n</numerusform>
            <numerusform>زيادة %n</numerusform>
            <numerusform>زيادة %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A figure from 1 to 100, such as 95.</source>
        <translation>رقم من 1 إلى 100، مثل 95.</translation>
    </message>
    <message>
        <source>Age of open cases</source>
        <translation>عمر الحالات المفتوحة</translation>
    </message>
    <message numerus="yes">
        <source>All %n contract(s)</source>
        <translation>
            <numerusform>لا عقود</numerusform>
            <numerusform>العقد الوحيد</numerusform>
            <numerusform>العقدان كلاهما</numerusform>
            <numerusform>كل العقود (%n)</numerusform>
            <numerusform>كل العقود (%n)</numerusform>
            <numerusform>كل العقود (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>All branches</source>
        <translation>كل الفروع</translation>
    </message>
    <message>
        <source>All contracts</source>
        <translation>كل العقود</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>الحالات المتراكمة</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>الفروع</translation>
    </message>
    <message>
        <source>Branches and clients</source>
        <translation>الفروع والعملاء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Clients with most open cases</source>
        <translation>العملاء الأكثر حالاتٍ مفتوحة</translation>
    </message>
    <message>
        <source>Contracts and incidents left</source>
        <translation>العقود والوقائع المتبقية</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>لوحة المتابعة</translation>
    </message>
    <message>
        <source>Dashboard {day}</source>
        <translation>لوحة المتابعة {day}</translation>
    </message>
    <message>
        <source>Deadlines met</source>
        <translation>المُهل المُلتزَم بها</translation>
    </message>
    <message>
        <source>Due from {moment}</source>
        <translation>مستحقة من {moment}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>المؤشر</translation>
    </message>
    <message>
        <source>Figures saved.</source>
        <translation>حُفظت الأرقام.</translation>
    </message>
    <message>
        <source>First responses in time</source>
        <translation>الردود الأولى في الموعد</translation>
    </message>
    <message numerus="yes">
        <source>Last %n week(s)</source>
        <translation>
            <numerusform>الأسبوع الحالي</numerusform>
            <numerusform>الأسبوع الأخير</numerusform>
            <numerusform>آخر أسبوعين</numerusform>
            <numerusform>آخر %n أسابيع</numerusform>
            <numerusform>آخر %n أسبوعًا</numerusform>
            <numerusform>آخر %n أسبوع</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Next business hours</source>
        <translation>ساعات العمل القادمة</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>لا حالات مفتوحة.</translation>
    </message>
    <message>
        <source>No client has an open case.</source>
        <translation>ليس لأي عميل حالة مفتوحة.</translation>
    </message>
    <message>
        <source>No contract matches</source>
        <translation>لا عقد مطابق</translation>
    </message>
    <message>
        <source>No contract, warranty or season ticket ends or runs out soon.</source>
        <translation>لا عقد ولا ضمان ولا باقة وقائع ينتهي أو ينفد قريبًا.</translation>
    </message>
    <message>
        <source>No deadline fell into these weeks.</source>
        <translation>لم تقع أي مهلة في هذه الأسابيع.</translation>
    </message>
    <message>
        <source>No hours are agreed for this desk&apos;s branch.</source>
        <translation>لم تُحدَّد ساعات دوام لفرع هذا المكتب.</translation>
    </message>
    <message>
        <source>Nobody owns an open case.</source>
        <translation>لا مسؤول عن أي حالة مفتوحة.</translation>
    </message>
    <message>
        <source>Nothing falls due in the next business hours.</source>
        <translation>لا استحقاق في ساعات العمل القادمة.</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>الحالات المفتوحة</translation>
    </message>
    <message>
        <source>Open cases by age: {span}</source>
        <translation>الحالات المفتوحة حسب العمر: {span}</translation>
    </message>
    <message>
        <source>Open cases by severity</source>
        <translation>الحالات المفتوحة حسب الخطورة</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>جزء من الاسم</translation>
    </message>
    <message>
        <source>Reactivated after closing</source>
        <translation>أُعيد تفعيلها بعد الإغلاق</translation>
    </message>
    <message>
        <source>Save targets</source>
        <translation>حفظ الأهداف</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>حفظ الأرقام</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>لا مزيد</numerusform>
            <numerusform>عرض عنصر آخر</numerusform>
            <numerusform>عرض عنصرين آخرين</numerusform>
            <numerusform>عرض %n عناصر أخرى</numerusform>
            <numerusform>عرض %n عنصرًا آخر</numerusform>
            <numerusform>عرض %n عنصر آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>الأهداف</translation>
    </message>
    <message>
        <source>Targets…</source>
        <translation>الأهداف…</translation>
    </message>
    <message numerus="yes">
        <source>The %n that end first; type part of a client’s name for the others</source>
        <translation>
            <numerusform>لا شيء ينتهي قريبًا؛ اكتب جزءًا من اسم العميل للبقية</numerusform>
            <numerusform>أول ما ينتهي؛ اكتب جزءًا من اسم العميل للبقية</numerusform>
            <numerusform>أول اثنين ينتهيان؛ اكتب جزءًا من اسم العميل للبقية</numerusform>
            <numerusform>أول %n تنتهي؛ اكتب جزءًا من اسم العميل للبقية</numerusform>
            <numerusform>أول %n تنتهي؛ اكتب جزءًا من اسم العميل للبقية</numerusform>
            <numerusform>أول %n تنتهي؛ اكتب جزءًا من اسم العميل للبقية</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no branch yet.</source>
        <translation>لا فروع بعد.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Updates in time</source>
        <translation>التحديثات في الموعد</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Week of {day}: first response {first}, updates {second}</source>
        <translation>أسبوع {day}: الرد الأول {first}، التحديثات {second}</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>عبء العمل</translation>
    </message>
    <message>
        <source>agreed load</source>
        <translation>العبء المتفق عليه</translation>
    </message>
    <message>
        <source>agreed load {count}</source>
        <translation>العبء المتفق عليه {count}</translation>
    </message>
    <message>
        <source>as in the week before</source>
        <translation>كما في الأسبوع السابق</translation>
    </message>
    <message>
        <source>does not expire</source>
        <translation>لا تنتهي</translation>
    </message>
    <message>
        <source>down {points} points on last week</source>
        <translation>أقل بـ{points} نقطة من الأسبوع الماضي</translation>
    </message>
    <message>
        <source>due</source>
        <translation>مستحقة</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>انتهى {day}</translation>
    </message>
    <message>
        <source>ending or running out first</source>
        <translation>الأقرب انتهاءً أو نفادًا</translation>
    </message>
    <message numerus="yes">
        <source>ends in %n day(s)</source>
        <translation>
            <numerusform>ينتهي اليوم</numerusform>
            <numerusform>ينتهي خلال يوم واحد</numerusform>
            <numerusform>ينتهي خلال يومين</numerusform>
            <numerusform>ينتهي خلال %n أيام</numerusform>
            <numerusform>ينتهي خلال %n يومًا</numerusform>
            <numerusform>ينتهي خلال %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>first response</source>
        <translation>الرد الأول</translation>
    </message>
    <message>
        <source>from this computer’s copy, updated {time}</source>
        <translation>من نسخة هذا الكمبيوتر، حُدّثت {time}</translation>
    </message>
    <message>
        <source>in per cent; empty for no target</source>
        <translation>بالمئة؛ فارغ يعني بلا هدف</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>في الموعد</translation>
    </message>
    <message>
        <source>late</source>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>likely late</source>
        <translation>تأخّر مرجّح</translation>
    </message>
    <message>
        <source>no end agreed</source>
        <translation>بلا نهاية محددة</translation>
    </message>
    <message>
        <source>no week before to compare</source>
        <translation>لا أسبوع سابق للمقارنة</translation>
    </message>
    <message>
        <source>nothing left, offer a ticket</source>
        <translation>نفدت، اعرض باقة</translation>
    </message>
    <message>
        <source>nothing was closed this week</source>
        <translation>لم يُغلق شيء هذا الأسبوع</translation>
    </message>
    <message>
        <source>nothing was due this week</source>
        <translation>لم يُستحق شيء هذا الأسبوع</translation>
    </message>
    <message>
        <source>offer a new ticket</source>
        <translation>اعرض باقة جديدة</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>open cases per owner</source>
        <translation>الحالات المفتوحة لكل مسؤول</translation>
    </message>
    <message>
        <source>target {share}</source>
        <translation>الهدف {share}</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>حتى {day}</translation>
    </message>
    <message>
        <source>up {points} points on last week</source>
        <translation>أكثر بـ{points} نقطة من الأسبوع الماضي</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>التحديثات</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>نفدت</translation>
    </message>
    <message>
        <source>{change}, target {target}</source>
        <translation>{change}، الهدف {target}</translation>
    </message>
    <message>
        <source>{count} without</source>
        <translation>{count} بلا خطورة</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} ي</translation>
    </message>
    <message>
        <source>{figure} %</source>
        <translation>{figure}%</translation>
    </message>
    <message>
        <source>{kind}, {plan}</source>
        <translation>‏{kind}، {plan}</translation>
    </message>
    <message>
        <source>{late} of {due} likely late</source>
        <translation>{late} من {due} تأخّرها مرجّح</translation>
    </message>
    <message>
        <source>{left} of {size} left</source>
        <translation>المتبقي {left} من {size}</translation>
    </message>
    <message>
        <source>{moment}: {due} due, {late} likely late</source>
        <translation>{moment}: {due} مستحقة، {late} تأخّرها مرجّح</translation>
    </message>
    <message>
        <source>{name}: {open} open, {late} late, {share} in time</source>
        <translation>{name}: {open} مفتوحة، {late} متأخرة، {share} في الموعد</translation>
    </message>
    <message>
        <source>{over}, {late}</source>
        <translation>{over}، {late}</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Support Desk broke off the last time.</source>
        <translation>توقف ⁦Support Desk⁩ فجأة في المرة السابقة.</translation>
    </message>
    <message>
        <source>That didn&apos;t work, because of a fault in this program.</source>
        <translation>لم ينجح ذلك بسبب خلل في هذا البرنامج.</translation>
    </message>
    <message>
        <source>The report is in {file} on this computer; it holds nothing of the cases.</source>
        <translation>التقرير في {file} على هذا الجهاز؛ لا يحوي شيئًا من الحالات.</translation>
    </message>
    <message>
        <source>Try again, or start the desk anew.</source>
        <translation>أعد المحاولة أو شغّل البرنامج من جديد.</translation>
    </message>
    <message>
        <source>What you had typed until a moment before is kept as a draft.</source>
        <translation>ما كتبته حتى اللحظة السابقة محفوظ كمسودة.</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft, and what was saved before is safe.</source>
        <translation>ما كتبته محفوظ كمسودة، وما حُفظ قبله بأمان.</translation>
    </message>
</context>
<context>
    <name>FileStation</name>
    <message numerus="yes">
        <source>%n copy(ies) taken</source>
        <translation>
            <numerusform>لم تؤخذ أي نسخة</numerusform>
            <numerusform>أُخذت نسخة واحدة</numerusform>
            <numerusform>أُخذت نسختان</numerusform>
            <numerusform>أُخذت %n نسخ</numerusform>
            <numerusform>أُخذت %n نسخة</numerusform>
            <numerusform>أُخذت %n نسخة</numerusform>
        </translation>
    </message>
    <message>
        <source>A sealed copy is kept on this computer. Who takes a copy says why.</source>
        <translation>تُحفظ نسخة مختومة على هذا الكمبيوتر. ومن يأخذ نسخة يذكر السبب.</translation>
    </message>
    <message>
        <source>A sealed copy is made here and kept until the hub has it. Who takes a copy says why.</source>
        <translation>تُصنع هنا نسخة مختومة وتُحفظ حتى تصل إلى المركز. ومن يأخذ نسخة يذكر السبب.</translation>
    </message>
    <message>
        <source>Audit missing</source>
        <translation>التدقيق ناقص</translation>
    </message>
    <message>
        <source>Audit not complete</source>
        <translation>التدقيق غير مكتمل</translation>
    </message>
    <message>
        <source>Audit of the client’s data</source>
        <translation>تدقيق بيانات العميل</translation>
    </message>
    <message>
        <source>Audit recorded</source>
        <translation>سُجّل التدقيق</translation>
    </message>
    <message>
        <source>Audits of the data</source>
        <translation>تدقيقات البيانات</translation>
    </message>
    <message>
        <source>Change the audit…</source>
        <translation>تعديل التدقيق…</translation>
    </message>
    <message>
        <source>Choose a client</source>
        <translation>اختر عميلًا</translation>
    </message>
    <message>
        <source>Choose a data file</source>
        <translation>اختر ملف بيانات</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>اختر مكانًا…</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>ملفات البيانات</translation>
    </message>
    <message>
        <source>Day of erasing</source>
        <translation>يوم المحو</translation>
    </message>
    <message>
        <source>Day of erasing…</source>
        <translation>يوم المحو…</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>إيداع</translation>
    </message>
    <message>
        <source>Deposit a data file</source>
        <translation>إيداع ملف بيانات</translation>
    </message>
    <message>
        <source>Deposit a file…</source>
        <translation>إيداع ملف…</translation>
    </message>
    <message>
        <source>Do the data match?</source>
        <translation>هل البيانات متطابقة؟</translation>
    </message>
    <message>
        <source>Drop one here, or choose it with the button above.</source>
        <translation>أفلت ملفًا هنا، أو اختره بالزر أعلاه.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>محو</translation>
    </message>
    <message>
        <source>Erase it by itself</source>
        <translation>محوه تلقائيًا</translation>
    </message>
    <message>
        <source>Erase on</source>
        <translation>يُمحى في</translation>
    </message>
    <message>
        <source>Erase this data file?</source>
        <translation>هل تريد محو ملف البيانات هذا؟</translation>
    </message>
    <message>
        <source>Erased by itself on {day}</source>
        <translation>يُمحى تلقائيًا في {day}</translation>
    </message>
    <message>
        <source>Erased {when}</source>
        <translation>مُحي {when}</translation>
    </message>
    <message>
        <source>Erased {when} by {name}</source>
        <translation>محاه {name}، {when}</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>محو…</translation>
    </message>
    <message>
        <source>File Station</source>
        <translation>محطة الملفات</translation>
    </message>
    <message>
        <source>It holds the client’s data.</source>
        <translation>يحتوي على بيانات العميل.</translation>
    </message>
    <message>
        <source>Kept until somebody erases it</source>
        <translation>يُحفظ حتى يمحوه أحد</translation>
    </message>
    <message numerus="yes">
        <source>Last copy %n day(s) ago</source>
        <translation>
            <numerusform>آخر نسخة اليوم</numerusform>
            <numerusform>آخر نسخة قبل يوم</numerusform>
            <numerusform>آخر نسخة قبل يومين</numerusform>
            <numerusform>آخر نسخة قبل %n أيام</numerusform>
            <numerusform>آخر نسخة قبل %n يومًا</numerusform>
            <numerusform>آخر نسخة قبل %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Last copy today</source>
        <translation>آخر نسخة اليوم</translation>
    </message>
    <message>
        <source>Name at least one check.</source>
        <translation>اذكر فحصًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>No client is called so</source>
        <translation>لا عميل بهذا الاسم</translation>
    </message>
    <message>
        <source>No copy here</source>
        <translation>لا نسخة هنا</translation>
    </message>
    <message>
        <source>No data file of this client</source>
        <translation>لا ملف بيانات لهذا العميل</translation>
    </message>
    <message>
        <source>No data files yet</source>
        <translation>لا ملفات بيانات بعد</translation>
    </message>
    <message>
        <source>No, they do not</source>
        <translation>لا، غير متطابقة</translation>
    </message>
    <message>
        <source>Nobody has taken a copy.</source>
        <translation>لم يأخذ أحد نسخة.</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>لم يُذكر بعد</translation>
    </message>
    <message>
        <source>Not said yet whether the data match.</source>
        <translation>لم يُذكر بعد هل البيانات متطابقة.</translation>
    </message>
    <message>
        <source>Not with the hub yet</source>
        <translation>ليس لدى المركز بعد</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Only who may erase the file can choose an earlier day.</source>
        <translation>لا يختار يومًا أقرب إلا من يحق له محو الملف.</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>جزء من الاسم</translation>
    </message>
    <message>
        <source>Record the audit…</source>
        <translation>تسجيل التدقيق…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation>حفظ النسخة</translation>
    </message>
    <message>
        <source>Saving a copy of {name}</source>
        <translation>حفظ نسخة من {name}</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>اذكر السبب بكلمات قليلة.</translation>
    </message>
    <message>
        <source>Sealing {name}</source>
        <translation>ختم {name}</translation>
    </message>
    <message>
        <source>Show all copies</source>
        <translation>عرض كل النسخ</translation>
    </message>
    <message>
        <source>Take a copy</source>
        <translation>أخذ نسخة</translation>
    </message>
    <message>
        <source>Take a copy…</source>
        <translation>أخذ نسخة…</translation>
    </message>
    <message>
        <source>The client made this copy on</source>
        <translation>صنع العميل هذه النسخة في</translation>
    </message>
    <message>
        <source>The data do not match.</source>
        <translation>البيانات غير متطابقة.</translation>
    </message>
    <message>
        <source>The data file was deposited</source>
        <translation>أُودع ملف البيانات</translation>
    </message>
    <message>
        <source>The data match.</source>
        <translation>البيانات متطابقة.</translation>
    </message>
    <message>
        <source>Those whose last copy is oldest come first. Type a name to find any other.</source>
        <translation>يأتي أولًا من كانت آخر نسخة له أقدم. اكتب اسمًا للعثور على غيره.</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>قديمة جدًا</translation>
    </message>
    <message>
        <source>Type a client’s name to deposit the first.</source>
        <translation>اكتب اسم عميل لإيداع أول ملف.</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>الإصدار {number}</translation>
    </message>
    <message>
        <source>What was checked, one line each</source>
        <translation>ما الذي فُحص، سطر لكل فحص</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما الذي وُجد</translation>
    </message>
    <message>
        <source>Why you take it</source>
        <translation>لماذا تأخذها</translation>
    </message>
    <message>
        <source>With the hub</source>
        <translation>لدى المركز</translation>
    </message>
    <message>
        <source>Yes, they match</source>
        <translation>نعم، متطابقة</translation>
    </message>
    <message>
        <source>Your name, the time and your reason stay beside {name}. The copy is yours to erase when you are done.</source>
        <translation>يبقى اسمك والوقت والسبب بجانب {name}. وعليك محو النسخة حين تنتهي.</translation>
    </message>
    <message>
        <source>copied {when}</source>
        <translation>نُسخ {when}</translation>
    </message>
    <message>
        <source>deposited by {name}</source>
        <translation>أودعه {name}</translation>
    </message>
    <message>
        <source>too old for consulting</source>
        <translation>أقدم من أن تصلح للاستشارة</translation>
    </message>
    <message>
        <source>{done} of {size}</source>
        <translation>{done} من {size}</translation>
    </message>
    <message>
        <source>{name} was saved and is what was deposited</source>
        <translation>حُفظ {name} وهو ما أُودع بعينه</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} of {client}’s data are deleted at the hub and on every desk. It can’t be undone. That the file was here, and who took copies, stays.</source>
        <translation>تُحذف {size} من بيانات {client} في المركز وعلى كل مكتب. لا يمكن التراجع. ويبقى أن الملف كان هنا ومن أخذ نسخًا منه.</translation>
    </message>
    <message>
        <source>{size}, for {client}</source>
        <translation>{size}، للعميل {client}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Ask for the text or picture it is about, or save it and open it there on purpose.</source>
        <translation>اطلب النص أو الصورة المقصودة، أو احفظه ثم افتحه من هناك عن قصد.</translation>
    </message>
    <message>
        <source>Ask who attached it whether there is another copy.</source>
        <translation>اسأل من أرفقه هل توجد نسخة أخرى.</translation>
    </message>
    <message>
        <source>Attach at most {count} at a time, or pack them into one.</source>
        <translation>أرفق {count} على الأكثر في كل مرة، أو اجمعها في ملف واحد.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file elsewhere.</source>
        <translation>اختر مجلدًا آخر، أو أغلق الملف في مكان آخر.</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>جارٍ جلب {name}</translation>
    </message>
    <message>
        <source>File before</source>
        <translation>الملف السابق</translation>
    </message>
    <message>
        <source>Go on with it from the status line, then open the file.</source>
        <translation>استأنف من شريط الحالة، ثم افتح الملف.</translation>
    </message>
    <message>
        <source>It comes here once the computer on which it was attached has reached the hub.</source>
        <translation>يصل إلى هنا حين يصل الكمبيوتر الذي أُرفق عليه إلى الخادم المركزي.</translation>
    </message>
    <message>
        <source>It is being read…</source>
        <translation>تجري قراءته…</translation>
    </message>
    <message>
        <source>It is not opened from here, as it would do whatever its sender put into it.</source>
        <translation>لا يُفتح من هنا، لأنه سينفّذ ما وضعه مرسله فيه.</translation>
    </message>
    <message>
        <source>It never reached the hub, and will not.</source>
        <translation>لم يصل إلى الخادم المركزي قط، ولن يصل.</translation>
    </message>
    <message>
        <source>It was deleted from the folder of this desk, or never was there.</source>
        <translation>حُذف من مجلد هذا المكتب، أو لم يكن فيه قط.</translation>
    </message>
    <message>
        <source>Let that computer reach the hub, then open it again.</source>
        <translation>دع ذلك الكمبيوتر يصل إلى الخادم المركزي، ثم افتحه من جديد.</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>الملف التالي</translation>
    </message>
    <message>
        <source>Only its beginning is shown.</source>
        <translation>لا يُعرض سوى بدايته.</translation>
    </message>
    <message>
        <source>Open it again then.</source>
        <translation>افتحه من جديد عندئذ.</translation>
    </message>
    <message>
        <source>Open with the system</source>
        <translation>فتح ببرنامج النظام</translation>
    </message>
    <message>
        <source>Opening it would run it on this computer.</source>
        <translation>فتحه يعني تشغيله على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>صورة ملصقة</translation>
    </message>
    <message>
        <source>Restore the folder from a backup, or attach the file again.</source>
        <translation>استعد المجلد من نسخة احتياطية، أو أرفق الملف من جديد.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>حفظ المرفق</translation>
    </message>
    <message>
        <source>Sending and fetching are paused.</source>
        <translation>الإرسال والجلب متوقفان مؤقتًا.</translation>
    </message>
    <message>
        <source>Sign in from the status line, then open the file.</source>
        <translation>سجّل الدخول من شريط الحالة، ثم افتح الملف.</translation>
    </message>
    <message>
        <source>So many at once are rarely meant. Nothing was attached.</source>
        <translation>نادرًا ما يُقصد هذا العدد دفعة واحدة. لم يُرفق شيء.</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>إزالة {name}</translation>
    </message>
    <message>
        <source>The hub gives it once you have signed in again.</source>
        <translation>يعطيه الخادم المركزي بعد أن تسجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>The list couldn&apos;t be saved as {name}.</source>
        <translation>تعذّر حفظ القائمة باسم {name}.</translation>
    </message>
    <message>
        <source>The system said: {reason}.</source>
        <translation>قال النظام: {reason}.</translation>
    </message>
    <message>
        <source>There is nothing of it that can be shown here.</source>
        <translation>لا شيء منه يمكن عرضه هنا.</translation>
    </message>
    <message>
        <source>These are {count} files.</source>
        <translation>عدد هذه الملفات {count}.</translation>
    </message>
    <message>
        <source>This runs when it is opened: {what}.</source>
        <translation>يعمل من تلقاء نفسه عند فتحه: {what}.</translation>
    </message>
    <message>
        <source>You are offline; it can be fetched as soon as the hub is within reach.</source>
        <translation>أنت غير متصل؛ ويمكن جلبه حالما يصبح الخادم المركزي في المتناول.</translation>
    </message>
    <message>
        <source>You attached it at another computer, which has not sent it yet.</source>
        <translation>أرفقته على كمبيوتر آخر لم يرسله بعد.</translation>
    </message>
    <message>
        <source>being sent, {share} %</source>
        <translation>يُرسل، {share}٪</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>مفقود</translation>
    </message>
    <message>
        <source>not yet uploaded by {name}</source>
        <translation>لم يرسله {name} بعد</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>في انتظار الإرسال</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} من {count}</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} من {whole}</translation>
    </message>
    <message>
        <source>{name} is a program and was not opened.</source>
        <translation>‏{name} برنامج، ولم يُفتح.</translation>
    </message>
    <message>
        <source>{name} is lost.</source>
        <translation>‏{name} مفقود.</translation>
    </message>
    <message>
        <source>{name} is not on this computer yet.</source>
        <translation>‏{name} ليس على هذا الكمبيوتر بعد.</translation>
    </message>
    <message>
        <source>{name} is not on this computer.</source>
        <translation>‏{name} ليس على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>{name} was saved</source>
        <translation>‏تم حفظ {name}</translation>
    </message>
    <message>
        <source>{name}: {words}.</source>
        <translation>‏{name}: {words}.</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>لا مراحل</numerusform>
            <numerusform>مرحلة واحدة</numerusform>
            <numerusform>مرحلتان</numerusform>
            <numerusform>%n مراحل</numerusform>
            <numerusform>%n مرحلة</numerusform>
            <numerusform>%n مرحلة</numerusform>
        </translation>
    </message>
    <message>
        <source>A lost passphrase can&apos;t be replaced.</source>
        <translation>عبارة المرور المفقودة لا تُعوَّض.</translation>
    </message>
    <message>
        <source>An address reads like name@company.example.</source>
        <translation>يُكتب العنوان هكذا: name@company.example.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Cases live in one folder that you can back up. You can connect to a hub later, and your cases come with you.</source>
        <translation>تُحفظ الحالات في مجلد واحد يمكنك نسخه احتياطيًا. ويمكنك الاتصال بخادم مركزي لاحقًا، فتنتقل حالاتك معك.</translation>
    </message>
    <message>
        <source>Choose a zone from the list, such as Europe/Paris.</source>
        <translation>اختر منطقة من القائمة، مثل Europe/Paris.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Closes after {time} without an answer</source>
        <translation>تُغلق بعد {time} بلا رد</translation>
    </message>
    <message>
        <source>Connect to your company’s hub</source>
        <translation>الاتصال بالخادم المركزي لشركتك</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Don&apos;t encrypt: whoever reads this disk reads the cases</source>
        <translation>دون تشفير: من يقرأ هذا القرص يقرأ الحالات</translation>
    </message>
    <message>
        <source>Encrypt with a passphrase, asked at every start</source>
        <translation>تشفير بعبارة مرور تُطلب عند كل بدء</translation>
    </message>
    <message>
        <source>Find the hub</source>
        <translation>إيجاد الخادم المركزي</translation>
    </message>
    <message>
        <source>Folder {path}</source>
        <translation>المجلد {path}</translation>
    </message>
    <message>
        <source>Head office, or the name of the place</source>
        <translation>المركز الرئيسي، أو اسم المكان</translation>
    </message>
    <message>
        <source>How do you support your customers?</source>
        <translation>كيف تدعم عملاءك؟</translation>
    </message>
    <message>
        <source>How you support</source>
        <translation>طريقة الدعم</translation>
    </message>
    <message>
        <source>It can be changed at any time; clients have their own.</source>
        <translation>يمكن تغييرها في أي وقت، ولكل عميل لغته.</translation>
    </message>
    <message>
        <source>Its time zone</source>
        <translation>منطقته الزمنية</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Look around with sample cases</source>
        <translation>تجوّل مع حالات نموذجية</translation>
    </message>
    <message>
        <source>No server, no account. Everything stays here.</source>
        <translation>بلا خادم وبلا حساب. كل شيء يبقى هنا.</translation>
    </message>
    <message>
        <source>Nobody can open the cases without it, also not we.</source>
        <translation>لا يستطيع أحد فتح الحالات بدونها، ولا نحن.</translation>
    </message>
    <message>
        <source>Not in this version</source>
        <translation>ليس في هذا الإصدار</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Pick the closest. It fills in stages, severities, calendars and reminders. You can change every rule later, and use another policy for a branch or a client.</source>
        <translation>اختر الأقرب إليك. فهو يعبّئ المراحل ودرجات الخطورة وأوقات الدوام والتذكيرات. ويمكنك لاحقًا تغيير أي قاعدة، واعتماد سياسة أخرى لفرع أو عميل.</translation>
    </message>
    <message>
        <source>Reading the policies…</source>
        <translation>جارٍ قراءة السياسات…</translation>
    </message>
    <message>
        <source>Reminders after {times}</source>
        <translation>تذكير بعد {times}</translation>
    </message>
    <message>
        <source>Reminders after {times}, closes after {closing}</source>
        <translation>تذكير بعد {times}، وتُغلق بعد {closing}</translation>
    </message>
    <message>
        <source>Sample cases are not encrypted here.</source>
        <translation>الحالات النموذجية غير مشفّرة هنا.</translation>
    </message>
    <message>
        <source>Set up the desk</source>
        <translation>إعداد المكتب</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>جارٍ الإعداد…</translation>
    </message>
    <message>
        <source>Sign in and begin</source>
        <translation>تسجيل الدخول والبدء</translation>
    </message>
    <message>
        <source>Step {number} of {whole}: {names}</source>
        <translation>الخطوة {number} من {whole}: {names}</translation>
    </message>
    <message>
        <source>Support Desk</source>
        <translation>مكتب الدعم</translation>
    </message>
    <message>
        <source>The desk needs this to begin.</source>
        <translation>يحتاج المكتب إلى هذا ليبدأ.</translation>
    </message>
    <message>
        <source>The file is encrypted. Its key is kept by this computer&apos;s keyring.</source>
        <translation>الملف مشفّر، ومفتاحه في سلسلة مفاتيح هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>العبارة نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>The two differ. Type it again.</source>
        <translation>العبارتان مختلفتان. اكتبها من جديد.</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets, so the key of the encrypted file can&apos;t be kept here. It is never written down in plain text. Choose how the file is locked:</source>
        <translation>ليس في هذا الكمبيوتر سلسلة مفاتيح تحفظ الأسرار، فلا يمكن حفظ مفتاح الملف المشفّر هنا. وهو لا يُكتب أبدًا نصًّا صريحًا. اختر طريقة قفل الملف:</translation>
    </message>
    <message>
        <source>This desk can’t be opened</source>
        <translation>تعذّر فتح هذا المكتب</translation>
    </message>
    <message>
        <source>This desk is locked</source>
        <translation>هذا المكتب مقفل</translation>
    </message>
    <message>
        <source>This version of Support Desk works alone. Connecting comes together with a hub.</source>
        <translation>يعمل هذا الإصدار من مكتب الدعم منفردًا. ويأتي الاتصال مع الخادم المركزي.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen when the desk was set up; capitals and spaces count.</source>
        <translation>اكتب عبارة المرور التي اختيرت عند إعداد المكتب، مع مراعاة الأحرف الكبيرة والمسافات.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>اكتب عبارة المرور.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Use at least {count} letters; several words are best.</source>
        <translation>استخدم {count} أحرف على الأقل، والأفضل عدة كلمات.</translation>
    </message>
    <message>
        <source>What this sets up</source>
        <translation>ما الذي يُعدّه هذا الاختيار</translation>
    </message>
    <message>
        <source>Where cases live</source>
        <translation>مكان الحالات</translation>
    </message>
    <message>
        <source>Where will your cases live?</source>
        <translation>أين ستُحفظ حالاتك؟</translation>
    </message>
    <message>
        <source>Which language do you read?</source>
        <translation>بأي لغة تقرأ؟</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>من يعمل هنا؟</translation>
    </message>
    <message>
        <source>Work alone on this computer</source>
        <translation>العمل منفردًا على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Work with colleagues, also offline all day.</source>
        <translation>العمل مع الزملاء، حتى دون اتصال طوال اليوم.</translation>
    </message>
    <message>
        <source>Work with colleagues. You can still work offline all day.</source>
        <translation>العمل مع الزملاء. ويمكنك العمل دون اتصال طوال اليوم.</translation>
    </message>
    <message>
        <source>You begin as administrator of this desk. Colleagues, branches and clients are added later.</source>
        <translation>تبدأ بصفة مدير النظام لهذا المكتب. ويُضاف الزملاء والفروع والعملاء لاحقًا.</translation>
    </message>
    <message>
        <source>You need its address and your login there.</source>
        <translation>تحتاج إلى عنوانه وإلى حسابك عليه.</translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation>فرعك</translation>
    </message>
    <message>
        <source>Your company’s hub brings its own rules; you need not choose.</source>
        <translation>يأتي الخادم المركزي لشركتك بقواعده، فلا حاجة إلى الاختيار.</translation>
    </message>
    <message>
        <source>Your email address</source>
        <translation>بريدك الإلكتروني</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Your name stands on what you write to clients.</source>
        <translation>يظهر اسمك على ما تكتبه إلى العملاء.</translation>
    </message>
    <message>
        <source>Your team</source>
        <translation>فريقك</translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation>حسب الاتفاق</translation>
    </message>
    <message>
        <source>deadlines are read in it</source>
        <translation>بها تُعرض المواعيد</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <source>every {time}</source>
        <translation>كل {time}</translation>
    </message>
    <message>
        <source>may be left out</source>
        <translation>يمكن تركه</translation>
    </message>
    <message>
        <source>several words are best</source>
        <translation>الأفضل عدة كلمات</translation>
    </message>
    <message>
        <source>update every {time}</source>
        <translation>تحديث كل {time}</translation>
    </message>
    <message>
        <source>updates as agreed</source>
        <translation>التحديثات حسب الاتفاق</translation>
    </message>
    <message>
        <source>{amount} days</source>
        <translation>{amount} يوم</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} و{last}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} س</translation>
    </message>
    <message>
        <source>{part} day</source>
        <translation>{part} يوم</translation>
    </message>
    <message>
        <source>{stages}, no severities and no promised times</source>
        <translation>{stages}، بلا درجات خطورة ولا مُهل ملتزَم بها</translation>
    </message>
</context>
<context>
    <name>HubForm</name>
    <message numerus="yes">
        <source>%n change(s) are kept here.</source>
        <translation>
            <numerusform>لا تغييرات محفوظة هنا.</numerusform>
            <numerusform>تغيير واحد محفوظ هنا.</numerusform>
            <numerusform>تغييران محفوظان هنا.</numerusform>
            <numerusform>%n تغييرات محفوظة هنا.</numerusform>
            <numerusform>%n تغييرًا محفوظًا هنا.</numerusform>
            <numerusform>%n تغيير محفوظ هنا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n case(s) of this desk come along.</source>
        <translation>
            <numerusform>لا حالات على هذا المكتب.</numerusform>
            <numerusform>تنتقل حالة هذا المكتب معه.</numerusform>
            <numerusform>تنتقل حالتا هذا المكتب معه.</numerusform>
            <numerusform>تنتقل حالات هذا المكتب معه (%n).</numerusform>
            <numerusform>تنتقل حالات هذا المكتب معه (%n).</numerusform>
            <numerusform>تنتقل حالات هذا المكتب معه (%n).</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask your administrator for the hub’s address.</source>
        <translation>اطلب عنوان الخادم المركزي من المسؤول التقني.</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>جارٍ سؤال الخادم المركزي…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Connect to a hub</source>
        <translation>الاتصال بخادم مركزي</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>املأ هذا الحقل.</translation>
    </message>
    <message>
        <source>Find the hub</source>
        <translation>إيجاد الخادم المركزي</translation>
    </message>
    <message>
        <source>Found the hub at {address}, on this computer.</source>
        <translation>عُثر على الخادم المركزي على {address}، على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Found the hub at {address}. The connection is encrypted.</source>
        <translation>عُثر على الخادم المركزي على {address}. الاتصال مشفّر.</translation>
    </message>
    <message>
        <source>Go on in your browser, then come back here.</source>
        <translation>تابع في متصفحك ثم عد إلى هنا.</translation>
    </message>
    <message>
        <source>Go on loading</source>
        <translation>متابعة التحميل</translation>
    </message>
    <message>
        <source>Hub address</source>
        <translation>عنوان الخادم المركزي</translation>
    </message>
    <message>
        <source>Looking for the hub…</source>
        <translation>جارٍ البحث عن الخادم المركزي…</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>اسم هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>تسجيل الدخول مجددًا</translation>
    </message>
    <message>
        <source>Sign in and connect</source>
        <translation>تسجيل الدخول والاتصال</translation>
    </message>
    <message>
        <source>Sign in through your organisation</source>
        <translation>الدخول عن طريق مؤسستك</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Start working now</source>
        <translation>بدء العمل الآن</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>إيقاف التحميل</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>The hub can’t be reached now. It goes on by itself.</source>
        <translation>يتعذر الوصول إلى الخادم المركزي الآن. سيتابع تلقائيًا.</translation>
    </message>
    <message>
        <source>They are loaded onto this computer, so that you can work offline. You can begin at once: what is not here yet comes while you work, also after the program was closed.</source>
        <translation>تُحمَّل على هذا الكمبيوتر لتعمل دون اتصال. يمكنك البدء فورًا: ما لم يصل بعد يأتي أثناء عملك، وحتى بعد إغلاق البرنامج.</translation>
    </message>
    <message>
        <source>They are sent once you have signed in.</source>
        <translation>تُرسل بعد تسجيل دخولك.</translation>
    </message>
    <message>
        <source>Your cases are on their way</source>
        <translation>حالاتك في الطريق</translation>
    </message>
    <message>
        <source>Your colleagues will see them, with their customers and everything written on them. You can go on working offline all day.</source>
        <translation>سيراها زملاؤك مع عملائها وكل ما كُتب فيها. وتظل قادرًا على العمل دون اتصال طوال اليوم.</translation>
    </message>
    <message>
        <source>Your login or e-mail address</source>
        <translation>اسم الدخول أو بريدك الإلكتروني</translation>
    </message>
    <message>
        <source>as administrators see it</source>
        <translation>كما يراه المسؤولون التقنيون</translation>
    </message>
    <message>
        <source>or with a password:</source>
        <translation>أو بكلمة مرور:</translation>
    </message>
    <message>
        <source>{done} of {whole} cases and customers, {share} %</source>
        <translation>{done} من {whole} حالة وعميل، {share}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HubPanel</name>
    <message numerus="yes">
        <source>%n change(s) waiting, in order</source>
        <translation>
            <numerusform>لا تغييرات في الانتظار</numerusform>
            <numerusform>تغيير واحد في الانتظار</numerusform>
            <numerusform>تغييران في الانتظار، بالترتيب</numerusform>
            <numerusform>%n تغييرات في الانتظار، بالترتيب</numerusform>
            <numerusform>%n تغييرًا في الانتظار، بالترتيب</numerusform>
            <numerusform>%n تغيير في الانتظار، بالترتيب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to be sent, {size}</source>
        <translation>
            <numerusform>لا ملفات للإرسال، {size}</numerusform>
            <numerusform>ملف واحد للإرسال، {size}</numerusform>
            <numerusform>ملفان للإرسال، {size}</numerusform>
            <numerusform>%n ملفات للإرسال، {size}</numerusform>
            <numerusform>%n ملفًا للإرسال، {size}</numerusform>
            <numerusform>%n ملف للإرسال، {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>لا محاولات</numerusform>
            <numerusform>محاولة واحدة</numerusform>
            <numerusform>محاولتان</numerusform>
            <numerusform>%n محاولات</numerusform>
            <numerusform>%n محاولة</numerusform>
            <numerusform>%n محاولة</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes that wait</source>
        <translation>التغييرات في الانتظار</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Details copied.</source>
        <translation>نُسخت التفاصيل.</translation>
    </message>
    <message>
        <source>Everything that was written is with the hub.</source>
        <translation>كل ما كُتب لدى الخادم المركزي.</translation>
    </message>
    <message>
        <source>Files follow when everything that was written is sent.</source>
        <translation>تتبعه الملفات بعد إرسال كل ما كُتب.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Go on loading</source>
        <translation>متابعة التحميل</translation>
    </message>
    <message>
        <source>Keep them for now</source>
        <translation>إبقاؤها الآن</translation>
    </message>
    <message>
        <source>Let it happen</source>
        <translation>السماح بذلك</translation>
    </message>
    <message>
        <source>Loading cases and customers…</source>
        <translation>جارٍ تحميل الحالات والعملاء…</translation>
    </message>
    <message>
        <source>Loading: {done} of {whole} cases and customers, {share} %</source>
        <translation>التحميل: {done} من {whole} حالة وعميل، {share}&#xa0;%</translation>
    </message>
    <message>
        <source>Looking whether the hub has them.</source>
        <translation>يُتحقق من وصولها إلى الخادم المركزي.</translation>
    </message>
    <message>
        <source>Nothing waits. Everything you did is with the hub.</source>
        <translation>لا شيء في الانتظار. كل ما فعلته لدى الخادم المركزي.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Paused. What has gone need not be sent again.</source>
        <translation>متوقف مؤقتًا. وما أُرسل لا يُعاد إرساله.</translation>
    </message>
    <message>
        <source>Rests until you send it: {reason}</source>
        <translation>يبقى حتى ترسله: {reason}</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>إرسال الآن</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n file(s), {size} left</source>
        <translation>
            <numerusform>لا ملفات تُرسل، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال ملف واحد، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال ملفين، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال %n ملفات، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال %n ملفًا، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال %n ملف، بقي {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Signed in as {name}</source>
        <translation>سُجّل الدخول باسم {name}</translation>
    </message>
    <message>
        <source>Somebody else changed the same; you will be asked</source>
        <translation>غيّر شخص آخر الشيء نفسه، وستُسأل</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>إيقاف التحميل</translation>
    </message>
    <message>
        <source>That is more than usual. Until you decide, nothing is dropped and nothing more is fetched; what you do here is kept. Ask your administrator whether it is meant.</source>
        <translation>هذا أكثر من المعتاد. حتى تقرر لا يُزال شيء ولا يُجلب جديد، وما تفعله هنا محفوظ. اسأل المسؤول التقني هل هذا مقصود.</translation>
    </message>
    <message numerus="yes">
        <source>The hub asks this desk to drop %n case(s) and customers.</source>
        <translation>
            <numerusform>لا يطلب الخادم المركزي إزالة شيء.</numerusform>
            <numerusform>يطلب الخادم المركزي إزالة حالة واحدة أو عميل.</numerusform>
            <numerusform>يطلب الخادم المركزي إزالة حالتين أو عميلين.</numerusform>
            <numerusform>يطلب الخادم المركزي إزالة %n حالات وعملاء.</numerusform>
            <numerusform>يطلب الخادم المركزي إزالة %n حالة وعميلًا.</numerusform>
            <numerusform>يطلب الخادم المركزي إزالة %n حالة وعميل.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub has it</source>
        <translation>وصل إلى الخادم المركزي</translation>
    </message>
    <message>
        <source>They go on where they were as soon as the hub can be reached.</source>
        <translation>تتابع من حيث توقفت حالما يمكن الوصول إلى الخادم المركزي.</translation>
    </message>
    <message>
        <source>This desk and its hub</source>
        <translation>هذا المكتب وخادمه المركزي</translation>
    </message>
    <message>
        <source>Those that the hub did not take stand under “Needs your attention”.</source>
        <translation>ما لم يقبله الخادم المركزي تجده تحت «تحتاج انتباهك».</translation>
    </message>
    <message>
        <source>What you did is kept and sent once you sign in.</source>
        <translation>ما فعلته محفوظ ويُرسل فور تسجيل دخولك.</translation>
    </message>
    <message>
        <source>Will not be accepted: {reason}</source>
        <translation>لن يُقبل: {reason}</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>لست مسجّل الدخول.</translation>
    </message>
    <message>
        <source>You can work meanwhile. If it is stopped, it goes on where it was.</source>
        <translation>يمكنك العمل في الأثناء. وإن أُوقف تابع من حيث توقف.</translation>
    </message>
    <message>
        <source>You can work meanwhile; if it is cut off, it goes on where it was.</source>
        <translation>يمكنك العمل في الأثناء؛ وإن انقطع الإرسال تابع من حيث توقف.</translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>أقل من ساعة متبقية</numerusform>
            <numerusform>بقيت ساعة تقريبًا</numerusform>
            <numerusform>بقيت ساعتان تقريبًا</numerusform>
            <numerusform>بقيت %n ساعات تقريبًا</numerusform>
            <numerusform>بقيت %n ساعة تقريبًا</numerusform>
            <numerusform>بقيت %n ساعة تقريبًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>أقل من دقيقة متبقية</numerusform>
            <numerusform>بقيت دقيقة تقريبًا</numerusform>
            <numerusform>بقيت دقيقتان تقريبًا</numerusform>
            <numerusform>بقيت %n دقائق تقريبًا</numerusform>
            <numerusform>بقيت %n دقيقة تقريبًا</numerusform>
            <numerusform>بقيت %n دقيقة تقريبًا</numerusform>
        </translation>
    </message>
    <message>
        <source>last contact {moment}</source>
        <translation>آخر اتصال {moment}</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>أقل من دقيقة متبقية</translation>
    </message>
    <message>
        <source>{act} on {case}</source>
        <translation>{act}، الحالة {case}</translation>
    </message>
    <message>
        <source>{age} · {size}</source>
        <translation>{age} · {size}</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} في الثانية</translation>
    </message>
    <message>
        <source>{tries}, next {time}</source>
        <translation>{tries}، التالية {time}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n case(s) can be imported</source>
        <translation>
            <numerusform>لا حالات قابلة للاستيراد</numerusform>
            <numerusform>حالة واحدة قابلة للاستيراد</numerusform>
            <numerusform>حالتان قابلتان للاستيراد</numerusform>
            <numerusform>%n حالات قابلة للاستيراد</numerusform>
            <numerusform>%n حالة قابلة للاستيراد</numerusform>
            <numerusform>%n حالة قابلة للاستيراد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) imported</source>
        <translation>
            <numerusform>لم تُستورد أي حالة</numerusform>
            <numerusform>استُوردت حالة واحدة</numerusform>
            <numerusform>استُوردت حالتان</numerusform>
            <numerusform>استُوردت %n حالات</numerusform>
            <numerusform>استُوردت %n حالة</numerusform>
            <numerusform>استُوردت %n حالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>لا أعمدة</numerusform>
            <numerusform>عمود واحد</numerusform>
            <numerusform>عمودان</numerusform>
            <numerusform>%n أعمدة</numerusform>
            <numerusform>%n عمودًا</numerusform>
            <numerusform>%n عمود</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ and were left</source>
        <translation>
            <numerusform>لا مختلفة</numerusform>
            <numerusform>واحدة مختلفة تُركت</numerusform>
            <numerusform>اثنتان مختلفتان تُركتا</numerusform>
            <numerusform>%n مختلفة تُركت</numerusform>
            <numerusform>%n مختلفة تُركت</numerusform>
            <numerusform>%n مختلفة تُركت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can&apos;t be imported</source>
        <translation>
            <numerusform>لا صفوف متعذّرة الاستيراد</numerusform>
            <numerusform>تعذّر استيراد صف واحد</numerusform>
            <numerusform>تعذّر استيراد صفين</numerusform>
            <numerusform>تعذّر استيراد %n صفوف</numerusform>
            <numerusform>تعذّر استيراد %n صفًا</numerusform>
            <numerusform>تعذّر استيراد %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already</source>
        <translation>
            <numerusform>لا موجودة من قبل</numerusform>
            <numerusform>واحدة موجودة من قبل</numerusform>
            <numerusform>اثنتان موجودتان من قبل</numerusform>
            <numerusform>%n موجودة من قبل</numerusform>
            <numerusform>%n موجودة من قبل</numerusform>
            <numerusform>%n موجودة من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) for severities</source>
        <translation>
            <numerusform>لا كلمات للخطورة</numerusform>
            <numerusform>كلمة واحدة للخطورة</numerusform>
            <numerusform>كلمتان للخطورة</numerusform>
            <numerusform>%n كلمات للخطورة</numerusform>
            <numerusform>%n كلمة للخطورة</numerusform>
            <numerusform>%n كلمة للخطورة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) for stages</source>
        <translation>
            <numerusform>لا كلمات للمراحل</numerusform>
            <numerusform>كلمة واحدة للمراحل</numerusform>
            <numerusform>كلمتان للمراحل</numerusform>
            <numerusform>%n كلمات للمراحل</numerusform>
            <numerusform>%n كلمة للمراحل</numerusform>
            <numerusform>%n كلمة للمراحل</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>ملف آخر…</translation>
    </message>
    <message>
        <source>As guessed from the file</source>
        <translation>كما استُنتجت من الملف</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>يصبح</translation>
    </message>
    <message>
        <source>CSV, JSON or lines of JSON, also packed as gz or zip.</source>
        <translation>ملف CSV أو JSON أو أسطر JSON، ولو كان مضغوطًا بصيغة gz أو zip.</translation>
    </message>
    <message>
        <source>Can&apos;t be imported</source>
        <translation>يتعذّر استيرادها</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>Choose an export</source>
        <translation>اختيار ملف تصدير</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file elsewhere.</source>
        <translation>اختر مجلدًا آخر، أو أغلق الملف حيث هو مفتوح.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>وقت الإغلاق</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>العمود</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <source>Contact&apos;s email</source>
        <translation>بريد جهة الاتصال</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Differ, left as they are</source>
        <translation>مختلفة، تُركت كما هي</translation>
    </message>
    <message>
        <source>Drop an export here</source>
        <translation>أفلت ملف تصدير هنا</translation>
    </message>
    <message>
        <source>Everything in this file is here already.</source>
        <translation>كل ما في هذا الملف موجود هنا من قبل.</translation>
    </message>
    <message>
        <source>Exports of Zendesk, Freshdesk, Zammad, osTicket, Jira and ServiceNow are recognised.</source>
        <translation>تُعرف تلقائيًا ملفات تصدير Zendesk وFreshdesk وZammad وosTicket وJira وServiceNow.</translation>
    </message>
    <message>
        <source>Exports {kinds}</source>
        <translation>ملفات التصدير {kinds}</translation>
    </message>
    <message>
        <source>First cases</source>
        <translation>أولى الحالات</translation>
    </message>
    <message>
        <source>First response at</source>
        <translation>وقت الرد الأول</translation>
    </message>
    <message>
        <source>First response, minutes</source>
        <translation>الرد الأول، بالدقائق</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>مثلًا</translation>
    </message>
    <message>
        <source>From another help desk; importing twice adds nothing.</source>
        <translation>من برنامج دعم آخر، وتكرار الاستيراد لا يضيف شيئًا.</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>موجودة من قبل</translation>
    </message>
    <message>
        <source>Here already, but told otherwise in this file</source>
        <translation>موجودة من قبل، لكن بياناتها في هذا الملف مختلفة</translation>
    </message>
    <message numerus="yes">
        <source>Import %n case(s)</source>
        <translation>
            <numerusform>لا حالات للاستيراد</numerusform>
            <numerusform>استيراد حالة واحدة</numerusform>
            <numerusform>استيراد حالتين</numerusform>
            <numerusform>استيراد %n حالات</numerusform>
            <numerusform>استيراد %n حالة</numerusform>
            <numerusform>استيراد %n حالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation>استيراد الحالات</translation>
    </message>
    <message>
        <source>Importing the same file again adds nothing.</source>
        <translation>تكرار استيراد الملف نفسه لا يضيف شيئًا.</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>جارٍ استيراد {file}</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>إبقاؤه كما هو</translation>
    </message>
    <message>
        <source>Keep mapping</source>
        <translation>حفظ المطابقة</translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation>تبقى كما هي</translation>
    </message>
    <message>
        <source>Kept mapping</source>
        <translation>المطابقة المحفوظة</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>تركها دون تحديد</translation>
    </message>
    <message>
        <source>Leave the stage</source>
        <translation>ترك المرحلة</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>السطر {line}</translation>
    </message>
    <message>
        <source>Line {line}, number {number}: {why}</source>
        <translation>السطر {line}، الرقم {number}: ⁨{why}⁩</translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation>السطر {line}: ⁨{why}⁩</translation>
    </message>
    <message>
        <source>Logged at</source>
        <translation>وقت التسجيل</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation>اسم المطابقة</translation>
    </message>
    <message>
        <source>New cases</source>
        <translation>حالات جديدة</translation>
    </message>
    <message>
        <source>No case was added.</source>
        <translation>لم تُضف أي حالة.</translation>
    </message>
    <message>
        <source>No column gives: {names}. Say below which one does.</source>
        <translation>لا عمود يعطي: {names}. حدّد العمود أدناه.</translation>
    </message>
    <message>
        <source>Nothing is written before you have seen a preview.</source>
        <translation>لا يُكتب شيء قبل أن ترى معاينة.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Outside number</source>
        <translation>الرقم الخارجي</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Part of the mapping</source>
        <translation>جزء المطابقة</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>جارٍ قراءة الملف…</translation>
    </message>
    <message>
        <source>Resolved at</source>
        <translation>وقت الحل</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>حفظ التقرير…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>عرض كل الحالات</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>The cases are here.</source>
        <translation>وصلت الحالات.</translation>
    </message>
    <message>
        <source>The cases come under</source>
        <translation>تخضع الحالات لسياسة</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>أُوقف الاستيراد.</translation>
    </message>
    <message>
        <source>The mapping was kept.</source>
        <translation>حُفظت المطابقة.</translation>
    </message>
    <message>
        <source>The report couldn&apos;t be saved as {name}.</source>
        <translation>تعذّر حفظ التقرير باسم {name}.</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>حُفظ التقرير.</translation>
    </message>
    <message>
        <source>The system said: {reason}.</source>
        <translation>أفاد النظام: ⁨{reason}⁩.</translation>
    </message>
    <message>
        <source>They stay with each case under their own name.</source>
        <translation>تبقى مع كل حالة باسمها.</translation>
    </message>
    <message>
        <source>Time zone of times without one</source>
        <translation>المنطقة الزمنية للأوقات التي بلا منطقة</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Updated at</source>
        <translation>وقت التحديث</translation>
    </message>
    <message>
        <source>What is written stays if you cancel; importing the file again goes on from there.</source>
        <translation>يبقى ما كُتب إن ألغيت، ويتابع استيراد الملف من جديد من حيث توقّف.</translation>
    </message>
    <message>
        <source>What the client wrote</source>
        <translation>ما كتبه العميل</translation>
    </message>
    <message>
        <source>What was written stays. Import the file again and it goes on from there.</source>
        <translation>يبقى ما كُتب. استورد الملف من جديد فيتابع من حيث توقّف.</translation>
    </message>
    <message>
        <source>Word of the file</source>
        <translation>كلمة الملف</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, all named in the report</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد آخر مذكور في التقرير</numerusform>
            <numerusform>واثنان آخران مذكوران في التقرير</numerusform>
            <numerusform>و%n أخرى مذكورة كلها في التقرير</numerusform>
            <numerusform>و%n أخرى مذكورة كلها في التقرير</numerusform>
            <numerusform>و%n أخرى مذكورة كلها في التقرير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; save the report to read them</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد آخر، احفظ التقرير لقراءته</numerusform>
            <numerusform>واثنان آخران، احفظ التقرير لقراءتهما</numerusform>
            <numerusform>و%n أخرى، احفظ التقرير لقراءتها</numerusform>
            <numerusform>و%n أخرى، احفظ التقرير لقراءتها</numerusform>
            <numerusform>و%n أخرى، احفظ التقرير لقراءتها</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end; import again to go on</source>
        <translation>توقّف قبل النهاية، استورد من جديد للمتابعة</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>What you typed last is not kept yet, so the desk stays open.</source>
        <translation>لم يُحفظ آخر ما كتبته بعد، لذا تبقى النافذة مفتوحة.</translation>
    </message>
    <message>
        <source>{remedy} To leave without what you typed last, close the desk once more within a minute.</source>
        <translation>{remedy} للخروج دون آخر ما كتبته أغلق النافذة مرة أخرى خلال دقيقة.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message>
        <source>Undo, {seconds} s</source>
        <translation>تراجع، {seconds} ث</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n ساعة</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Met</source>
        <translation>في الموعد</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>بلا مهلة</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>اليوم {time}</translation>
    </message>
    <message>
        <source>{clock} due in {duration}</source>
        <translation>{clock} مستحق خلال {duration}</translation>
    </message>
    <message>
        <source>{clock} due {moment}</source>
        <translation>{clock} مستحق {moment}</translation>
    </message>
    <message>
        <source>{clock} late by {duration}</source>
        <translation>{clock} متأخر {duration}</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>تأخرت {days} ي</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{duration} late</source>
        <translation>تأخرت {duration}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} س</translation>
    </message>
    <message>
        <source>{hours} h late</source>
        <translation>تأخرت {hours} س</translation>
    </message>
    <message>
        <source>{hours} h {minutes} m</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{hours} {minutes}</source>
        <translation>{hours} و{minutes}</translation>
    </message>
    <message>
        <source>{minutes} m</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>قبل {minutes} د</translation>
    </message>
    <message>
        <source>{seconds} s ago</source>
        <translation>قبل {seconds} ث</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month} {year} {time}</source>
        <translation>{weekday} {day} {month} {year}، {time}</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Accept as one incident</source>
        <translation>قبول الحالة واقعةً واحدة</translation>
    </message>
    <message>
        <source>Central support…</source>
        <translation>الدعم المركزي…</translation>
    </message>
    <message>
        <source>Close for the customer…</source>
        <translation>إغلاق نيابةً عن العميل…</translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation>إغلاق الحالة…</translation>
    </message>
    <message>
        <source>Edit the title</source>
        <translation>تعديل العنوان</translation>
    </message>
    <message>
        <source>End a link…</source>
        <translation>إنهاء ارتباط…</translation>
    </message>
    <message>
        <source>Information received…</source>
        <translation>المعلومات الواردة…</translation>
    </message>
    <message>
        <source>Leave it closed…</source>
        <translation>إبقاؤها مغلقة…</translation>
    </message>
    <message>
        <source>Link a tracking note…</source>
        <translation>ربط ملاحظة تتبّع…</translation>
    </message>
    <message>
        <source>Link with a case…</source>
        <translation>ربط بحالة…</translation>
    </message>
    <message>
        <source>Log a follow-up case…</source>
        <translation>تسجيل حالة متابعة…</translation>
    </message>
    <message>
        <source>Merge into a case…</source>
        <translation>دمج في حالة…</translation>
    </message>
    <message>
        <source>Next step of the work…</source>
        <translation>الخطوة التالية من العمل…</translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation>إعادة تفعيل</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>تسجيل دفعة…</translation>
    </message>
    <message>
        <source>Record the customer’s agreement…</source>
        <translation>تسجيل موافقة العميل…</translation>
    </message>
    <message>
        <source>Return the incident…</source>
        <translation>إرجاع الواقعة…</translation>
    </message>
    <message>
        <source>Settle support without cover…</source>
        <translation>تسوية دعم بلا تغطية…</translation>
    </message>
    <message>
        <source>Show as of…</source>
        <translation>عرض كما كانت في…</translation>
    </message>
    <message>
        <source>Split off an aspect…</source>
        <translation>فصل جانب…</translation>
    </message>
    <message>
        <source>Start an engagement…</source>
        <translation>بدء خدمة إضافية…</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>التراجع عن الدمج</translation>
    </message>
    <message>
        <source>Use an article…</source>
        <translation>استخدام مقالة…</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message numerus="yes">
        <source>%n case(s) logged.</source>
        <translation>
            <numerusform>لم تُسجَّل أي حالة.</numerusform>
            <numerusform>سُجّلت حالة واحدة.</numerusform>
            <numerusform>سُجّلت حالتان.</numerusform>
            <numerusform>سُجّلت %n حالات.</numerusform>
            <numerusform>سُجّلت %n حالة.</numerusform>
            <numerusform>سُجّلت %n حالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an article</source>
        <translation>إضافة مقالة</translation>
    </message>
    <message>
        <source>Add another case</source>
        <translation>إضافة حالة أخرى</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>إضافة جهة الاتصال</translation>
    </message>
    <message>
        <source>Answer the questions, or choose a severity.</source>
        <translation>أجب عن الأسئلة، أو اختر درجة الخطورة.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>Articles already tried</source>
        <translation>مقالات جُرّبت</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>إرفاق ملفات…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Choose a client from the list, or type a whole code.</source>
        <translation>اختر عميلًا من القائمة، أو اكتب رمزًا كاملًا.</translation>
    </message>
    <message>
        <source>Choose one; the policy asks for it.</source>
        <translation>اختر واحدًا، فالسياسة تشترطه.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختر…</translation>
    </message>
    <message>
        <source>Code, client or name</source>
        <translation>الرمز أو العميل أو الاسم</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message numerus="yes">
        <source>Create %n case(s)</source>
        <translation>
            <numerusform>لا حالات للإنشاء</numerusform>
            <numerusform>إنشاء حالة واحدة</numerusform>
            <numerusform>إنشاء حالتين</numerusform>
            <numerusform>إنشاء %n حالات</numerusform>
            <numerusform>إنشاء %n حالة</numerusform>
            <numerusform>إنشاء %n حالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Create and add another</source>
        <translation>إنشاء وإضافة أخرى</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>إنشاء الحالة</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>جارٍ الإنشاء…</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>حذف المسودة</translation>
    </message>
    <message>
        <source>Discard it for good</source>
        <translation>حذفها نهائيًا</translation>
    </message>
    <message>
        <source>Draft discarded.</source>
        <translation>حُذفت المسودة.</translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation>حُفظت المسودة {time}</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Entitled to support</source>
        <translation>يستحق الدعم</translation>
    </message>
    <message>
        <source>Fields change with client and product; nothing is lost if you close.</source>
        <translation>تتغيّر الحقول حسب العميل والمنتج، ولا يضيع شيء إن أغلقت.</translation>
    </message>
    <message>
        <source>First response: {time} of support time</source>
        <translation>الرد الأول: {time} من وقت الدعم</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>تم العثور عليه</translation>
    </message>
    <message>
        <source>Go by the answers instead</source>
        <translation>اعتماد الإجابات بدلًا من ذلك</translation>
    </message>
    <message>
        <source>Goes with the case</source>
        <translation>تُرسل مع الحالة</translation>
    </message>
    <message numerus="yes">
        <source>Helped with %n case(s)</source>
        <translation>
            <numerusform>لم تُفد في أي حالة</numerusform>
            <numerusform>أفادت في حالة واحدة</numerusform>
            <numerusform>أفادت في حالتين</numerusform>
            <numerusform>أفادت في %n حالات</numerusform>
            <numerusform>أفادت في %n حالة</numerusform>
            <numerusform>أفادت في %n حالة</numerusform>
        </translation>
    </message>
    <message>
        <source>I take it on</source>
        <translation>أتولاها أنا</translation>
    </message>
    <message>
        <source>Keep as one</source>
        <translation>إبقاؤها واحدة</translation>
    </message>
    <message>
        <source>Leave this case out</source>
        <translation>استبعاد هذه الحالة</translation>
    </message>
    <message>
        <source>Name of the new contact</source>
        <translation>اسم جهة الاتصال الجديدة</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>حالة جديدة</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>No named contact: may read the knowledge base only.</source>
        <translation>ليست جهة اتصال معتمدة: لها قراءة قاعدة المعرفة فقط.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>لا أحد بعينه</translation>
    </message>
    <message>
        <source>Nobody new</source>
        <translation>لا أحد جديد</translation>
    </message>
    <message>
        <source>None in particular</source>
        <translation>لا شيء بعينه</translation>
    </message>
    <message>
        <source>Not entitled to support</source>
        <translation>لا يستحق الدعم</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>لم تُستخدم بعد</translation>
    </message>
    <message>
        <source>One case covers one, so each gets its own deadline.</source>
        <translation>لكل مشكلة حالة، ولكل حالة مهلتها.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open {case}</source>
        <translation>فتح {case}</translation>
    </message>
    <message>
        <source>Perhaps already known</source>
        <translation>ربما معروفة من قبل</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Proposed by the answers. {definition}</source>
        <translation>حسب الإجابات. {definition}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Same cause</source>
        <translation>السبب نفسه</translation>
    </message>
    <message>
        <source>Say first which client asks.</source>
        <translation>حدّد العميل أولًا.</translation>
    </message>
    <message>
        <source>Say in one sentence what it is about.</source>
        <translation>اذكر الموضوع في جملة واحدة.</translation>
    </message>
    <message>
        <source>Say which client asks to see what covers it.</source>
        <translation>حدّد العميل لترى تغطيته.</translation>
    </message>
    <message>
        <source>Say who it is.</source>
        <translation>اذكر من هو.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Somebody new…</source>
        <translation>شخص جديد…</translation>
    </message>
    <message numerus="yes">
        <source>Split into %n case(s)</source>
        <translation>
            <numerusform>لا حالات للفصل</numerusform>
            <numerusform>إبقاؤها حالة واحدة</numerusform>
            <numerusform>فصل إلى حالتين</numerusform>
            <numerusform>فصل إلى %n حالات</numerusform>
            <numerusform>فصل إلى %n حالة</numerusform>
            <numerusform>فصل إلى %n حالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestions come from this computer’s copy</source>
        <translation>الاقتراحات من نسخة هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>Summary of case {number}</source>
        <translation>ملخص الحالة {number}</translation>
    </message>
    <message>
        <source>Support code or client</source>
        <translation>رمز الدعم أو العميل</translation>
    </message>
    <message>
        <source>Take the files off</source>
        <translation>إزالة الملفات</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>إزالة {name}</translation>
    </message>
    <message>
        <source>The policy asks for this.</source>
        <translation>السياسة تشترط هذا.</translation>
    </message>
    <message numerus="yes">
        <source>This reads like %n problem(s).</source>
        <translation>
            <numerusform>لا يبدو في النص أي مشكلة.</numerusform>
            <numerusform>يبدو أن النص يصف مشكلة واحدة.</numerusform>
            <numerusform>يبدو أن النص يصف مشكلتين.</numerusform>
            <numerusform>يبدو أن النص يصف %n مشكلات.</numerusform>
            <numerusform>يبدو أن النص يصف %n مشكلة.</numerusform>
            <numerusform>يبدو أن النص يصف %n مشكلة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try first</source>
        <translation>جرّب أولًا</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>حتى {day}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>What support covers</source>
        <translation>ما يغطيه الدعم</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>ما يقوله العميل</translation>
    </message>
    <message>
        <source>What was typed is kept as a draft</source>
        <translation>ما كُتب محفوظ كمسودة</translation>
    </message>
    <message>
        <source>Will be linked</source>
        <translation>سيُربط بها</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>add as a new client</source>
        <translation>إضافة كعميل جديد</translation>
    </message>
    <message>
        <source>one sentence, one problem</source>
        <translation>جملة واحدة، مشكلة واحدة</translation>
    </message>
    <message>
        <source>you verify the severity later</source>
        <translation>تؤكّد الخطورة لاحقًا</translation>
    </message>
    <message>
        <source>{cover}, {plan}</source>
        <translation>{cover}، {plan}</translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}، ‎{size}</translation>
    </message>
    <message>
        <source>{left} of {size} incidents left</source>
        <translation>المتبقي من الوقائع {left} من {size}</translation>
    </message>
    <message>
        <source>{named} of {most} named contacts</source>
        <translation>جهات الاتصال المعتمدة {named} من {most}</translation>
    </message>
    <message>
        <source>{name}, may only read</source>
        <translation>{name}، للقراءة فقط</translation>
    </message>
    <message>
        <source>{name}, required</source>
        <translation>{name}، مطلوب</translation>
    </message>
    <message>
        <source>{number} {title}</source>
        <translation>{number} {title}</translation>
    </message>
    <message>
        <source>{share} % alike</source>
        <translation>تشابه ‎{share}%</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Offline: who else is here is unknown</source>
        <translation>غير متصل: لا يُعرف من هنا أيضًا</translation>
    </message>
    <message>
        <source>{name} is looking, {ago}</source>
        <translation>{name} يطّلع، {ago}</translation>
    </message>
    <message>
        <source>{name} is writing, {ago}</source>
        <translation>{name} يكتب، {ago}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>{done} of {whole}, {share} %</source>
        <translation>{done} من {whole}، ‎{share}%</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Area</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Details of the case</source>
        <translation>تفاصيل الحالة</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد</translation>
    </message>
    <message>
        <source>Follow this case</source>
        <translation>متابعة هذه الحالة</translation>
    </message>
    <message>
        <source>Imported fields</source>
        <translation>الحقول المستوردة</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>التوقيت</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>سُجّلت</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>في الموقع</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>مرتبط بها</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>عن بُعد</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>الحل</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Stop following this case</source>
        <translation>إيقاف متابعة هذه الحالة</translation>
    </message>
    <message>
        <source>Support code</source>
        <translation>رمز الدعم</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>الشروط</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>الوقت المصروف</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>يتابعها</translation>
    </message>
    <message>
        <source>duplicate of this case</source>
        <translation>مكرّرة عن هذه الحالة</translation>
    </message>
    <message>
        <source>fixed in {version}</source>
        <translation>إصلاح في {version}</translation>
    </message>
    <message>
        <source>follows this case</source>
        <translation>تلي هذه الحالة</translation>
    </message>
    <message>
        <source>merged into this case</source>
        <translation>مدموجة في هذه الحالة</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>مُرسَلة</translation>
    </message>
    <message>
        <source>split off from here</source>
        <translation>مفصولة من هنا</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>مقترحة</translation>
    </message>
    <message>
        <source>tried by the customer</source>
        <translation>جرّبها العميل</translation>
    </message>
    <message>
        <source>used</source>
        <translation>مستخدمة</translation>
    </message>
    <message>
        <source>written from here</source>
        <translation>كُتبت من هنا</translation>
    </message>
    <message>
        <source>{day}, {channel}</source>
        <translation>{day}، {channel}</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>‏{name}، الإصدار {version}</translation>
    </message>
    <message>
        <source>{time}, closed</source>
        <translation>{time}، مغلق</translation>
    </message>
    <message>
        <source>{time}, open</source>
        <translation>{time}، مفتوح</translation>
    </message>
</context>
<context>
    <name>Remote</name>
    <message>
        <source> min</source>
        <translation> د</translation>
    </message>
    <message>
        <source>A MAC address has 12 digits and letters from A to F.</source>
        <translation>يتكوّن عنوان MAC من 12 رقمًا وحرفًا من A إلى F.</translation>
    </message>
    <message>
        <source>A RustDesk ID has 6 to 12 digits, or begins with a letter and has 6 to 16 letters and digits.</source>
        <translation>يتكوّن معرّف RustDesk من 6 إلى 12 رقمًا، أو يبدأ بحرف ويتكوّن من 6 إلى 16 حرفًا ورقمًا.</translation>
    </message>
    <message>
        <source>A Splashtop account is an e-mail address.</source>
        <translation>حساب Splashtop عنوان بريد إلكتروني.</translation>
    </message>
    <message>
        <source>A TeamViewer ID has 8 to 10 digits.</source>
        <translation>يتكوّن معرّف TeamViewer من 8 إلى 10 أرقام.</translation>
    </message>
    <message>
        <source>A TeamViewer ID has 8 to 12 digits.</source>
        <translation>يتكوّن معرّف TeamViewer من 8 إلى 12 رقمًا.</translation>
    </message>
    <message>
        <source>A TeamViewer link begins with https:// and leads to teamviewer.com.</source>
        <translation>يبدأ رابط TeamViewer بـ ⁦https://⁩ ويقود إلى ⁦teamviewer.com⁩.</translation>
    </message>
    <message>
        <source>A Zoho Assist link begins with https://assist.zoho. and the ending of your region.</source>
        <translation>يبدأ رابط Zoho Assist بـ ⁦https://assist.zoho.⁩ ثم نهاية منطقتك.</translation>
    </message>
    <message>
        <source>A Zoho site is one of assist.zoho.com, .eu, .in and .com.au.</source>
        <translation>موقع Zoho هو أحد ⁦assist.zoho.com⁩ و⁦.eu⁩ و⁦.in⁩ و⁦.com.au⁩.</translation>
    </message>
    <message>
        <source>A computer is a name or an address, such as pc-7.example.com or 192.0.2.7, with a port after a colon if needed.</source>
        <translation>الحاسوب اسم أو عنوان، مثل ⁦pc-7.example.com⁩ أو ⁦192.0.2.7⁩، ويتبعه المنفذ بعد نقطتين عند الحاجة.</translation>
    </message>
    <message>
        <source>A computer&apos;s name has up to 100 letters, digits, dots and hyphens.</source>
        <translation>يتكوّن اسم الحاسوب من 100 حرف ورقم ونقطة وشرطة على الأكثر.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>المنفذ رقم من 1 إلى 65535.</translation>
    </message>
    <message>
        <source>A program on this computer is needed.</source>
        <translation>يلزم برنامج موجود على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>A session code has 5 to 20 letters, digits and hyphens.</source>
        <translation>يتكوّن رمز الجلسة من 5 إلى 20 حرفًا ورقمًا وشرطة.</translation>
    </message>
    <message>
        <source>A session has 32 digits and letters from a to f, in five parts with hyphens.</source>
        <translation>تتكوّن الجلسة من 32 رقمًا وحرفًا من a إلى f، في خمسة أجزاء بينها شرطات.</translation>
    </message>
    <message>
        <source>A session key has 6 to 12 digits.</source>
        <translation>يتكوّن مفتاح الجلسة من 6 إلى 12 رقمًا.</translation>
    </message>
    <message>
        <source>A session key has 7 letters and digits.</source>
        <translation>يتكوّن مفتاح الجلسة من 7 أحرف وأرقام.</translation>
    </message>
    <message>
        <source>A site is a host&apos;s name without https://, such as acme.beyondtrustcloud.com.</source>
        <translation>الموقع اسم مضيف بدون ⁦https://⁩، مثل ⁦acme.beyondtrustcloud.com⁩.</translation>
    </message>
    <message>
        <source>A site is a host&apos;s name without https://, such as acme.screenconnect.com.</source>
        <translation>الموقع اسم مضيف بدون ⁦https://⁩، مثل ⁦acme.screenconnect.com⁩.</translation>
    </message>
    <message>
        <source>An AnyDesk address has 9 or 10 digits; an alias looks like office@ad.</source>
        <translation>يتكوّن عنوان AnyDesk من 9 أو 10 أرقام، ويكون الاسم المستعار على شكل ⁦office@ad⁩.</translation>
    </message>
    <message>
        <source>An SOS code has 9 digits.</source>
        <translation>يتكوّن رمز SOS من 9 أرقام.</translation>
    </message>
    <message>
        <source>AnyDesk address or alias</source>
        <translation>عنوان AnyDesk أو اسمه المستعار</translation>
    </message>
    <message>
        <source>AnyDesk asks for the password, or for consent at the other end.</source>
        <translation>يطلب AnyDesk كلمة المرور، أو الموافقة في الطرف الآخر.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to allow it, or choose another program.</source>
        <translation>اطلب ممّن يدير هذا الحاسوب السماح به، أو اختر برنامجًا آخر.</translation>
    </message>
    <message>
        <source>BeyondTrust site</source>
        <translation>موقع BeyondTrust</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Chargeable</source>
        <translation>بمقابل</translation>
    </message>
    <message>
        <source>Choose another tool.</source>
        <translation>اختر أداة أخرى.</translation>
    </message>
    <message>
        <source>Choose program…</source>
        <translation>اختيار البرنامج…</translation>
    </message>
    <message>
        <source>Choose the program of {tool}</source>
        <translation>اختيار برنامج {tool}</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>الحاسوب</translation>
    </message>
    <message>
        <source>Connect to {id}?</source>
        <translation>الاتصال بـ {id}؟</translation>
    </message>
    <message>
        <source>Consent by {name}.</source>
        <translation>بإذن من {name}.</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>نسخ المعرّف</translation>
    </message>
    <message>
        <source>Copy the ID and start the tool yourself.</source>
        <translation>انسخ المعرّف وشغّل الأداة بنفسك.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>تعديل…</translation>
    </message>
    <message>
        <source>End the remote session</source>
        <translation>إنهاء الجلسة عن بُعد</translation>
    </message>
    <message>
        <source>Enter the ID again, or choose the program again.</source>
        <translation>أدخل المعرّف مرة أخرى، أو اختر البرنامج مرة أخرى.</translation>
    </message>
    <message>
        <source>File transfer</source>
        <translation>نقل الملفات</translation>
    </message>
    <message>
        <source>For</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Google asks you to sign in; the customer reads out the code.</source>
        <translation>يطلب منك Google تسجيل الدخول، ويقرأ لك العميل الرمز.</translation>
    </message>
    <message>
        <source>Install it again, or choose the program.</source>
        <translation>ثبّته من جديد، أو اختر البرنامج.</translation>
    </message>
    <message>
        <source>It can be connected to, as QuickSupport and Host can, but it can’t begin a session.</source>
        <translation>يمكن الاتصال به مثل QuickSupport وHost، لكنه لا يستطيع بدء جلسة.</translation>
    </message>
    <message>
        <source>It has known weaknesses. Update it when you can.</source>
        <translation>فيه ثغرات معروفة. حدّثه عندما تستطيع.</translation>
    </message>
    <message>
        <source>It is noted on the case.</source>
        <translation>دُوّن ذلك في الحالة.</translation>
    </message>
    <message>
        <source>It may not be run.</source>
        <translation>غير مسموح بتشغيله.</translation>
    </message>
    <message>
        <source>It was begun {moment}.</source>
        <translation>بدأت: {moment}.</translation>
    </message>
    <message>
        <source>It was no longer where it was found.</source>
        <translation>لم يعد في المكان الذي وُجد فيه.</translation>
    </message>
    <message>
        <source>Its link could not be opened.</source>
        <translation>تعذّر فتح رابطه.</translation>
    </message>
    <message>
        <source>Its program is called: {names}.</source>
        <translation>اسم برنامجه: {names}.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Link for the supporter</source>
        <translation>رابط موظف الدعم</translation>
    </message>
    <message>
        <source>Link for the technician</source>
        <translation>رابط الفنّي</translation>
    </message>
    <message>
        <source>Log session</source>
        <translation>تسجيل الجلسة</translation>
    </message>
    <message>
        <source>Log {length}</source>
        <translation>تسجيل {length}</translation>
    </message>
    <message>
        <source>MAC address of the computer</source>
        <translation>عنوان MAC للحاسوب</translation>
    </message>
    <message>
        <source>Name of the computer</source>
        <translation>اسم الحاسوب</translation>
    </message>
    <message>
        <source>No remote session on this case yet</source>
        <translation>لا جلسة عن بُعد لهذه الحالة بعد</translation>
    </message>
    <message>
        <source>No session was begun; the case says so.</source>
        <translation>لم تبدأ أي جلسة، والحالة تذكر ذلك.</translation>
    </message>
    <message>
        <source>Not chargeable</source>
        <translation>بلا مقابل</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>لم يُشغّل شيء.</translation>
    </message>
    <message>
        <source>Open web version</source>
        <translation>فتح نسخة الويب</translation>
    </message>
    <message>
        <source>Other ways to begin a remote session</source>
        <translation>طرق أخرى لبدء جلسة عن بُعد</translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation>تسجيل دفعة…</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>التحكم عن بُعد</translation>
    </message>
    <message>
        <source>Remote session logged, {length}</source>
        <translation>سُجّلت الجلسة عن بُعد، {length}</translation>
    </message>
    <message>
        <source>Remote session with {id} begun</source>
        <translation>بدأت جلسة عن بُعد مع {id}</translation>
    </message>
    <message>
        <source>Remote session with {tool} begun</source>
        <translation>بدأت جلسة عن بُعد باستخدام {tool}</translation>
    </message>
    <message>
        <source>RustDesk ID</source>
        <translation>معرّف RustDesk</translation>
    </message>
    <message>
        <source>RustDesk asks for the password.</source>
        <translation>يطلب RustDesk كلمة المرور.</translation>
    </message>
    <message>
        <source>SOS code</source>
        <translation>رمز SOS</translation>
    </message>
    <message>
        <source>ScreenConnect site</source>
        <translation>موقع ScreenConnect</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Session code</source>
        <translation>رمز الجلسة</translation>
    </message>
    <message>
        <source>Session key</source>
        <translation>مفتاح الجلسة</translation>
    </message>
    <message>
        <source>Splashtop account</source>
        <translation>حساب Splashtop</translation>
    </message>
    <message>
        <source>Splashtop asks you to sign in.</source>
        <translation>يطلب منك Splashtop تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Start a remote session</source>
        <translation>بدء جلسة عن بُعد</translation>
    </message>
    <message>
        <source>Start it once by hand, or copy the ID and use the web version.</source>
        <translation>شغّله مرة يدويًا، أو انسخ المعرّف واستخدم نسخة الويب.</translation>
    </message>
    <message>
        <source>Start {tool}</source>
        <translation>تشغيل {tool}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ التشغيل…</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>ما زالت جارية</translation>
    </message>
    <message>
        <source>TeamViewer ID</source>
        <translation>معرّف TeamViewer</translation>
    </message>
    <message>
        <source>TeamViewer asks for the password.</source>
        <translation>يطلب TeamViewer كلمة المرور.</translation>
    </message>
    <message>
        <source>The console asks you to sign in.</source>
        <translation>تطلب منك لوحة التحكم تسجيل الدخول.</translation>
    </message>
    <message>
        <source>The customer must agree.</source>
        <translation>يجب أن يوافق العميل.</translation>
    </message>
    <message>
        <source>The link for {tool} could not be opened.</source>
        <translation>تعذّر فتح رابط {tool}.</translation>
    </message>
    <message>
        <source>The link needs no password.</source>
        <translation>لا يحتاج الرابط إلى كلمة مرور.</translation>
    </message>
    <message>
        <source>The site asks you to sign in.</source>
        <translation>يطلب منك الموقع تسجيل الدخول.</translation>
    </message>
    <message>
        <source>The system asks for the password.</source>
        <translation>يطلب النظام كلمة المرور.</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>يقول النظام: {reason}.</translation>
    </message>
    <message>
        <source>The viewer asks for the password.</source>
        <translation>يطلب العارض كلمة المرور.</translation>
    </message>
    <message>
        <source>There is no such program.</source>
        <translation>لا يوجد برنامج كهذا.</translation>
    </message>
    <message>
        <source>This can’t be started with {tool}.</source>
        <translation>لا يمكن تشغيل هذا باستخدام {tool}.</translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation>لا توجد شبكة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This computer has only a part of {tool}.</source>
        <translation>لا يوجد على هذا الحاسوب سوى جزء من {tool}.</translation>
    </message>
    <message>
        <source>This is not a known site of the tool.</source>
        <translation>ليس هذا موقعًا معروفًا للأداة.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>هذا طويل جدًا.</translation>
    </message>
    <message numerus="yes">
        <source>This one has %n character(s).</source>
        <translation>
            <numerusform>وهنا لا شيء.</numerusform>
            <numerusform>وهنا حرف واحد.</numerusform>
            <numerusform>وهنا حرفان.</numerusform>
            <numerusform>وهنا %n أحرف.</numerusform>
            <numerusform>وهنا %n حرفًا.</numerusform>
            <numerusform>وهنا %n حرف.</numerusform>
        </translation>
    </message>
    <message>
        <source>This one has a sign that can’t be seen in it ({code}).</source>
        <translation>وهنا توجد علامة غير مرئية ({code}).</translation>
    </message>
    <message>
        <source>This one has a space in it.</source>
        <translation>وهنا توجد مسافة.</translation>
    </message>
    <message>
        <source>This one has {count}.</source>
        <translation>وهنا {count}.</translation>
    </message>
    <message>
        <source>This one has “{sign}” in it.</source>
        <translation>وهنا توجد العلامة «{sign}».</translation>
    </message>
    <message>
        <source>This program can’t be run.</source>
        <translation>لا يمكن تشغيل هذا البرنامج.</translation>
    </message>
    <message>
        <source>This program isn’t {tool}.</source>
        <translation>هذا البرنامج ليس {tool}.</translation>
    </message>
    <message>
        <source>This will be noted on the case.</source>
        <translation>سيُدوَّن ذلك في الحالة.</translation>
    </message>
    <message>
        <source>To be charged to the customer</source>
        <translation>تُحسب على العميل</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>الأداة</translation>
    </message>
    <message>
        <source>Unattended computer</source>
        <translation>حاسوب بلا مستخدم</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>استُخدم من قبل</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Was the session with {id} ended?</source>
        <translation>هل انتهت الجلسة مع {id}؟</translation>
    </message>
    <message>
        <source>Was the session with {id} on case {number} ended?</source>
        <translation>هل انتهت الجلسة مع {id} في الحالة {number}؟</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>ما تم عمله</translation>
    </message>
    <message>
        <source>Who agreed</source>
        <translation>من وافق</translation>
    </message>
    <message>
        <source>You sign in, and tell the customer the code that Quick Assist shows.</source>
        <translation>تسجّل دخولك وتخبر العميل بالرمز الذي يعرضه Quick Assist.</translation>
    </message>
    <message>
        <source>Zoho asks you to sign in.</source>
        <translation>يطلب منك Zoho تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Zoho site</source>
        <translation>موقع Zoho</translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation>{field}: لم يُدخل بعد.</translation>
    </message>
    <message>
        <source>{length} so far</source>
        <translation>{length} حتى الآن</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;د</translation>
    </message>
    <message>
        <source>{tool} can’t be started so on this computer.</source>
        <translation>لا يمكن تشغيل {tool} بهذه الطريقة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{tool} could not be started.</source>
        <translation>تعذّر تشغيل {tool}.</translation>
    </message>
    <message>
        <source>{tool} didn’t start</source>
        <translation>لم يبدأ {tool}</translation>
    </message>
    <message>
        <source>{tool} is no longer where it was found.</source>
        <translation>لم يعد {tool} في المكان الذي وُجد فيه.</translation>
    </message>
    <message>
        <source>{tool} needs its own service to reach the customer.</source>
        <translation>يحتاج {tool} إلى خدمته الخاصة للوصول إلى العميل.</translation>
    </message>
    <message>
        <source>{tool} needs no program on this computer.</source>
        <translation>لا يحتاج {tool} إلى برنامج على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{tool} started</source>
        <translation>شُغّل {tool}</translation>
    </message>
    <message>
        <source>{tool} was found but may not be run.</source>
        <translation>عُثر على {tool} لكن تشغيله غير مسموح.</translation>
    </message>
    <message>
        <source>{tool} was not found on this computer.</source>
        <translation>لم يُعثر على {tool} في هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{tool} {version} is out of date.</source>
        <translation>الإصدار {version} من {tool} قديم.</translation>
    </message>
    <message>
        <source>{tool}: {mode}</source>
        <translation>{tool}: {mode}</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Branches</source>
        <translation>الفروع</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>لوحة المتابعة</translation>
    </message>
    <message>
        <source>File Station</source>
        <translation>محطة الملفات</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>قاعدة المعرفة</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>تحتاج انتباهك</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>طرق عرض محفوظة</translation>
    </message>
    <message>
        <source>Search all cases</source>
        <translation>بحث في كل الحالات</translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation>ابحث أو نفّذ أمرًا…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>طرق العرض</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>زيارات اليوم</translation>
    </message>
    <message>
        <source>{branch}, closed now</source>
        <translation>‏{branch}، مغلق الآن</translation>
    </message>
    <message>
        <source>{branch}, until {time}</source>
        <translation>‏{branch}، حتى {time}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>لا تغييرات في الانتظار</numerusform>
            <numerusform>تغيير واحد في الانتظار</numerusform>
            <numerusform>تغييران في الانتظار</numerusform>
            <numerusform>%n تغييرات في الانتظار</numerusform>
            <numerusform>%n تغييرًا في الانتظار</numerusform>
            <numerusform>%n تغيير في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting on this computer</source>
        <translation>
            <numerusform>لا تغييرات في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>تغيير واحد في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>تغييران في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>%n تغييرات في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>%n تغييرًا في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>%n تغيير في الانتظار على هذا الكمبيوتر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting on this computer</source>
        <translation>
            <numerusform>لا ملفات في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>ملف واحد في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>ملفان في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>%n ملفات في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>%n ملفًا في الانتظار على هذا الكمبيوتر</numerusform>
            <numerusform>%n ملف في الانتظار على هذا الكمبيوتر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your attention</source>
        <translation>
            <numerusform>لا شيء يحتاج انتباهك</numerusform>
            <numerusform>عنصر واحد يحتاج انتباهك</numerusform>
            <numerusform>عنصران يحتاجان انتباهك</numerusform>
            <numerusform>%n عناصر تحتاج انتباهك</numerusform>
            <numerusform>%n عنصرًا يحتاج انتباهك</numerusform>
            <numerusform>%n عنصر يحتاج انتباهك</numerusform>
        </translation>
    </message>
    <message>
        <source>Drafts: {count}</source>
        <translation>المسودات: {count}</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>Loading cases</source>
        <translation>جارٍ تحميل الحالات</translation>
    </message>
    <message>
        <source>Loading {done} of {whole}</source>
        <translation>جارٍ تحميل {done} من {whole}</translation>
    </message>
    <message>
        <source>Offline since {time} – saved on this computer</source>
        <translation>غير متصل منذ {time} – محفوظ على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Offline – saved on this computer</source>
        <translation>غير متصل – محفوظ على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Online again since {time}</source>
        <translation>متصل من جديد منذ {time}</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>جارٍ فتح المكتب…</translation>
    </message>
    <message>
        <source>Paused – saved on this computer</source>
        <translation>متوقف مؤقتًا – محفوظ على هذا الكمبيوتر</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n file(s), {size} left</source>
        <translation>
            <numerusform>لا ملفات تُرسل، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال ملف واحد، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال ملفين، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال %n ملفات، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال %n ملفًا، بقي {size}</numerusform>
            <numerusform>جارٍ إرسال %n ملف، بقي {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending {done} of {whole}</source>
        <translation>جارٍ إرسال {done} من {whole}</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>جارٍ الإرسال…</translation>
    </message>
    <message>
        <source>Sign in to go on with your colleagues</source>
        <translation>سجّل الدخول لتتابع مع زملائك</translation>
    </message>
    <message numerus="yes">
        <source>Sign in to send %n change(s)</source>
        <translation>
            <numerusform>سجّل الدخول</numerusform>
            <numerusform>سجّل الدخول لإرسال تغيير واحد</numerusform>
            <numerusform>سجّل الدخول لإرسال تغييرين</numerusform>
            <numerusform>سجّل الدخول لإرسال %n تغييرات</numerusform>
            <numerusform>سجّل الدخول لإرسال %n تغييرًا</numerusform>
            <numerusform>سجّل الدخول لإرسال %n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped – open this to see why</source>
        <translation>متوقف – افتح هذا لتعرف السبب</translation>
    </message>
    <message>
        <source>Support desk closed</source>
        <translation>مكتب الدعم مغلق</translation>
    </message>
    <message>
        <source>Support desk hours until {time}</source>
        <translation>ساعات الدعم حتى {time}</translation>
    </message>
    <message>
        <source>The hub asks to drop cases – decide</source>
        <translation>يطلب الخادم المركزي إزالة حالات – قرّر</translation>
    </message>
    <message>
        <source>Up to date · {time}</source>
        <translation>محدّث · {time}</translation>
    </message>
    <message>
        <source>What waits, and what the hub says</source>
        <translation>ما ينتظر وما يقوله الخادم المركزي</translation>
    </message>
    <message>
        <source>Working alone – everything is saved on this computer</source>
        <translation>عمل منفرد – كل شيء محفوظ على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>حتى {time}</translation>
    </message>
    <message>
        <source>{moment}, {branch}</source>
        <translation>{moment}، {branch}</translation>
    </message>
    <message>
        <source>{size} B</source>
        <translation>{size} بايت</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} غ.ب</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} ك.ب</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} م.ب</translation>
    </message>
    <message>
        <source>{weekday} {day} {time}</source>
        <translation>{weekday} {day} {time}</translation>
    </message>
</context>
<context>
    <name>TeamViewer</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>لا اتصالات</numerusform>
            <numerusform>اتصال واحد</numerusform>
            <numerusform>اتصالان</numerusform>
            <numerusform>%n اتصالات</numerusform>
            <numerusform>%n اتصالًا</numerusform>
            <numerusform>%n اتصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read and were left out.</source>
        <translation>
            <numerusform>لم يُترك أي تقرير.</numerusform>
            <numerusform>تعذّرت قراءة تقرير واحد فتُرك.</numerusform>
            <numerusform>تعذّرت قراءة تقريرين فتُركا.</numerusform>
            <numerusform>تعذّرت قراءة %n تقارير فتُركت.</numerusform>
            <numerusform>تعذّرت قراءة %n تقريرًا فتُركت.</numerusform>
            <numerusform>تعذّرت قراءة %n تقرير فتُركت.</numerusform>
        </translation>
    </message>
    <message>
        <source>A case that is not on this desk</source>
        <translation>حالة ليست على هذا المكتب</translation>
    </message>
    <message>
        <source>A session may have been made all the same; nothing of it is noted here.</source>
        <translation>ربما أُنشئت جلسة مع ذلك؛ ولم يُدوَّن منها شيء هنا.</translation>
    </message>
    <message>
        <source>An account is connected.</source>
        <translation>هناك حساب متصل.</translation>
    </message>
    <message>
        <source>Another case</source>
        <translation>حالة أخرى</translation>
    </message>
    <message>
        <source>Another token takes the place of its own.</source>
        <translation>أي رمز آخر يحل محل رمزه.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the desk.</source>
        <translation>اسأل المسؤول عن هذا المكتب.</translation>
    </message>
    <message>
        <source>Asking TeamViewer for a session…</source>
        <translation>جارٍ طلب جلسة من TeamViewer…</translation>
    </message>
    <message>
        <source>Asking TeamViewer…</source>
        <translation>جارٍ سؤال TeamViewer…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Check and connect</source>
        <translation>تحقّق واتصل</translation>
    </message>
    <message>
        <source>Check the date of this computer, or ask whoever looks after the network.</source>
        <translation>تحقق من تاريخ هذا الحاسوب، أو اسأل المسؤول عن الشبكة.</translation>
    </message>
    <message>
        <source>Choose a connection.</source>
        <translation>اختر اتصالًا.</translation>
    </message>
    <message>
        <source>Connect TeamViewer</source>
        <translation>ربط TeamViewer</translation>
    </message>
    <message>
        <source>Connect TeamViewer…</source>
        <translation>ربط TeamViewer…</translation>
    </message>
    <message>
        <source>Connect one with a script token.</source>
        <translation>اربط حسابًا برمز نصّي برمجي.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Copy it again from TeamViewer’s management console.</source>
        <translation>انسخه مجددًا من وحدة إدارة TeamViewer.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Create a session for the client</source>
        <translation>إنشاء جلسة للعميل</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>فصل</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>تم ذلك.</translation>
    </message>
    <message>
        <source>Fetch TeamViewer reports</source>
        <translation>جلب تقارير TeamViewer</translation>
    </message>
    <message>
        <source>Fetched {moment}</source>
        <translation>جُلبت {moment}</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>جارٍ الجلب…</translation>
    </message>
    <message>
        <source>It has run out, was withdrawn, or was typed wrong.</source>
        <translation>انتهت صلاحيته أو سُحب أو كُتب خطأً.</translation>
    </message>
    <message>
        <source>It is empty, or has spaces or letters that no token has.</source>
        <translation>هو فارغ، أو فيه مسافات أو أحرف لا ترد في أي رمز.</translation>
    </message>
    <message>
        <source>It lacks the right to sessions or to connection reports.</source>
        <translation>ينقصه الحق في الجلسات أو في تقارير الاتصال.</translation>
    </message>
    <message>
        <source>Let the token have these rights in TeamViewer’s management console.</source>
        <translation>امنح الرمز هذه الحقوق في وحدة إدارة TeamViewer.</translation>
    </message>
    <message>
        <source>Make a new script token in TeamViewer’s management console and connect again.</source>
        <translation>أنشئ رمزًا نصيًا برمجيًا جديدًا في وحدة إدارة TeamViewer واربط من جديد.</translation>
    </message>
    <message>
        <source>No ID at hand?</source>
        <translation>لا معرّف لديك؟</translation>
    </message>
    <message>
        <source>No TeamViewer account is connected.</source>
        <translation>لا حساب TeamViewer متصل.</translation>
    </message>
    <message>
        <source>No case ({count})</source>
        <translation>ليست حالة ({count})</translation>
    </message>
    <message>
        <source>No case fits</source>
        <translation>لا حالة مطابقة</translation>
    </message>
    <message>
        <source>No case fits. Try its number or another word.</source>
        <translation>لا حالة مطابقة. جرّب رقمها أو كلمة أخرى.</translation>
    </message>
    <message>
        <source>No connection is here</source>
        <translation>لا اتصالات هنا</translation>
    </message>
    <message>
        <source>None were taken over.</source>
        <translation>لم يؤخذ منها شيء.</translation>
    </message>
    <message>
        <source>Not a case</source>
        <translation>ليس حالة</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>لم يُفعل شيء.</translation>
    </message>
    <message>
        <source>Nothing was done. It takes questions again in {length}.</source>
        <translation>لم يُفعل شيء. سيقبل الطلبات مجددًا بعد {length}.</translation>
    </message>
    <message>
        <source>Nothing was sent: somebody may be listening, or this computer’s date is wrong.</source>
        <translation>لم يُرسل شيء: ربما هناك من يتنصت، أو أن تاريخ هذا الحاسوب خطأ.</translation>
    </message>
    <message>
        <source>Number, title or customer</source>
        <translation>الرقم أو العنوان أو العميل</translation>
    </message>
    <message>
        <source>On cases ({count})</source>
        <translation>على حالات ({count})</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>فتح الحالة</translation>
    </message>
    <message>
        <source>Or connect by the customer’s own ID, as above.</source>
        <translation>أو اتصل بمعرّف العميل نفسه كما في الأعلى.</translation>
    </message>
    <message>
        <source>Perhaps this network wants a sign-in first. Nothing of it was taken over.</source>
        <translation>ربما تطلب هذه الشبكة تسجيل دخول أولًا. لم يؤخذ منه شيء.</translation>
    </message>
    <message>
        <source>Perhaps {case} ({share} %)</source>
        <translation>ربما {case} ({share} %)</translation>
    </message>
    <message>
        <source>Put on this case</source>
        <translation>ضعه على هذه الحالة</translation>
    </message>
    <message>
        <source>Put on {number}</source>
        <translation>ضعه على {number}</translation>
    </message>
    <message>
        <source>Put the link into a reply</source>
        <translation>ضع الرابط في رد</translation>
    </message>
    <message>
        <source>Reports fetched.</source>
        <translation>جُلبت التقارير.</translation>
    </message>
    <message>
        <source>Script token</source>
        <translation>رمز نصّي برمجي</translation>
    </message>
    <message>
        <source>Session {code}, good until {moment}.</source>
        <translation>الجلسة {code}، صالحة حتى {moment}.</translation>
    </message>
    <message>
        <source>Several cases fit alike</source>
        <translation>عدة حالات مطابقة بالقدر نفسه</translation>
    </message>
    <message>
        <source>Start or unlock the keyring. Sessions by the customer’s ID need no token.</source>
        <translation>شغّل سلسلة المفاتيح أو افتحها. الجلسات بمعرّف العميل لا تحتاج إلى رمز.</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>ما زال جاريًا</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>أوقف الجلب</translation>
    </message>
    <message>
        <source>Take off the case</source>
        <translation>أزله من الحالة</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>أعد النظر فيه</translation>
    </message>
    <message>
        <source>TeamViewer can’t be reached.</source>
        <translation>تعذّر الوصول إلى TeamViewer.</translation>
    </message>
    <message>
        <source>TeamViewer connected</source>
        <translation>رُبط TeamViewer</translation>
    </message>
    <message>
        <source>TeamViewer connections</source>
        <translation>اتصالات TeamViewer</translation>
    </message>
    <message>
        <source>TeamViewer disconnected</source>
        <translation>فُصل TeamViewer</translation>
    </message>
    <message>
        <source>TeamViewer does not take the token.</source>
        <translation>لا يقبل TeamViewer الرمز.</translation>
    </message>
    <message>
        <source>TeamViewer has a fault of its own (status {status}).</source>
        <translation>لدى TeamViewer نفسه خلل (الحالة {status}).</translation>
    </message>
    <message>
        <source>TeamViewer makes a session for this case. The customer opens a link and needs no ID.</source>
        <translation>ينشئ TeamViewer جلسة لهذه الحالة. يفتح العميل رابطًا ولا يحتاج إلى معرّف.</translation>
    </message>
    <message>
        <source>TeamViewer refused this (status {status}).</source>
        <translation>رفض TeamViewer ذلك (الحالة {status}).</translation>
    </message>
    <message>
        <source>TeamViewer was asked too often and wants a pause.</source>
        <translation>سُئل TeamViewer كثيرًا ويريد مهلة.</translation>
    </message>
    <message>
        <source>TeamViewer’s token may not do this.</source>
        <translation>لا يحق لرمز TeamViewer أن يفعل ذلك.</translation>
    </message>
    <message>
        <source>The connection broke off before TeamViewer’s answer.</source>
        <translation>انقطع الاتصال قبل جواب TeamViewer.</translation>
    </message>
    <message>
        <source>There are more reports than can be fetched at once.</source>
        <translation>التقارير أكثر مما يمكن جلبه دفعة واحدة.</translation>
    </message>
    <message>
        <source>There is none that keeps secrets encrypted, or it is locked. The token is written nowhere else.</source>
        <translation>لا توجد سلسلة تحفظ الأسرار مشفّرة، أو أنها مقفلة. لا يُكتب الرمز في أي مكان آخر.</translation>
    </message>
    <message>
        <source>This can’t be a token.</source>
        <translation>لا يمكن أن يكون هذا رمزًا.</translation>
    </message>
    <message>
        <source>This computer seems to be offline. Nothing was asked, and nothing waits to be sent.</source>
        <translation>يبدو أن هذا الحاسوب غير متصل. لم يُطلب شيء، ولا شيء ينتظر الإرسال.</translation>
    </message>
    <message>
        <source>This computer’s keyring can’t keep the token.</source>
        <translation>لا تستطيع سلسلة مفاتيح هذا الحاسوب حفظ الرمز.</translation>
    </message>
    <message>
        <source>To decide ({count})</source>
        <translation>للبتّ ({count})</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>حاول لاحقًا.</translation>
    </message>
    <message>
        <source>Try again once you are online.</source>
        <translation>حاول مجددًا حين تتصل بالشبكة.</translation>
    </message>
    <message>
        <source>Try again then.</source>
        <translation>حاول مجددًا حينها.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>حاول مجددًا.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>جهاز غير معروف</translation>
    </message>
    <message>
        <source>What came back is no answer of TeamViewer’s.</source>
        <translation>ما عاد ليس جوابًا من TeamViewer.</translation>
    </message>
    <message>
        <source>Which connections</source>
        <translation>أي اتصالات</translation>
    </message>
    <message>
        <source>Who answered could not prove to be TeamViewer.</source>
        <translation>لم يستطع المجيب إثبات أنه TeamViewer.</translation>
    </message>
    <message>
        <source>Why it belongs to no case</source>
        <translation>لماذا لا ينتمي إلى أي حالة</translation>
    </message>
    <message>
        <source>With a script token of your TeamViewer account, sessions for customers are made from the case, and connection reports come to their cases. Make one in TeamViewer’s management console with the rights to sessions and to connection reports.</source>
        <translation>برمز نصّي برمجي لحسابك في TeamViewer تُنشأ جلسات العملاء من الحالة، وتصل تقارير الاتصال إلى حالاتها. أنشئ رمزًا في وحدة إدارة TeamViewer مع الحق في الجلسات وفي تقارير الاتصال.</translation>
    </message>
    <message>
        <source>Write down why.</source>
        <translation>اكتب السبب.</translation>
    </message>
    <message>
        <source>about that time</source>
        <translation>في نحو ذلك الوقت</translation>
    </message>
    <message>
        <source>began together</source>
        <translation>بدأتا معًا</translation>
    </message>
    <message>
        <source>case open then</source>
        <translation>الحالة مفتوحة حينها</translation>
    </message>
    <message>
        <source>device of this name</source>
        <translation>جهاز بهذا الاسم</translation>
    </message>
    <message>
        <source>kept by this computer’s keyring only</source>
        <translation>تحفظه سلسلة مفاتيح هذا الحاسوب وحدها</translation>
    </message>
    <message>
        <source>same device</source>
        <translation>الجهاز نفسه</translation>
    </message>
    <message>
        <source>same officer</source>
        <translation>الموظف نفسه</translation>
    </message>
    <message>
        <source>session code</source>
        <translation>رمز الجلسة</translation>
    </message>
    <message>
        <source>the session’s own field</source>
        <translation>حقل الجلسة نفسه</translation>
    </message>
    <message>
        <source>within the session</source>
        <translation>ضمن الجلسة</translation>
    </message>
    <message>
        <source>{case}: {evidence} ({share} %)</source>
        <translation>{case}: {evidence} ({share} %)</translation>
    </message>
    <message>
        <source>{linked} put on cases, {proposed} proposed, {rest} open.</source>
        <translation>وُضع على حالات: {linked}، مقترح: {proposed}، معلّق: {rest}.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n earlier item(s)</source>
        <translation>
            <numerusform>لا عناصر سابقة</numerusform>
            <numerusform>عنصر سابق</numerusform>
            <numerusform>عنصران سابقان</numerusform>
            <numerusform>%n عناصر سابقة</numerusform>
            <numerusform>%n عنصرًا سابقًا</numerusform>
            <numerusform>%n عنصر سابق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>لم يُرفق أي ملف</numerusform>
            <numerusform>أُرفق ملف واحد</numerusform>
            <numerusform>أُرفق ملفان</numerusform>
            <numerusform>أُرفقت %n ملفات</numerusform>
            <numerusform>أُرفق %n ملفًا</numerusform>
            <numerusform>أُرفق %n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>A connection of {tool} was taken off this case</source>
        <translation>أُزيل اتصال {tool} من هذه الحالة</translation>
    </message>
    <message>
        <source>Article {number}: {title}</source>
        <translation>مقالة {number}: {title}</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>أُسندت إلى {name}</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>عادت إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>Branch informed</source>
        <translation>أُبلغ الفرع</translation>
    </message>
    <message>
        <source>Case logged</source>
        <translation>سُجّلت الحالة</translation>
    </message>
    <message>
        <source>Case logged, {channel}</source>
        <translation>سُجّلت عبر {channel}</translation>
    </message>
    <message>
        <source>Changed in two places: {changes}</source>
        <translation>تغيّر في مكانين: {changes}</translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation>تغيّر: {fields}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>أُغلقت</translation>
    </message>
    <message>
        <source>Closed by itself, as nobody answered</source>
        <translation>أُغلقت تلقائيًا لعدم وصول رد</translation>
    </message>
    <message>
        <source>Closed, {resolution}</source>
        <translation>أُغلقت، {resolution}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Cover is now: {cover}</source>
        <translation>التغطية الآن: {cover}</translation>
    </message>
    <message>
        <source>Cover judged anew</source>
        <translation>أُعيد تقدير التغطية</translation>
    </message>
    <message>
        <source>Customer reminded</source>
        <translation>ذُكّر العميل</translation>
    </message>
    <message>
        <source>Customer’s severity {code}</source>
        <translation>درجة الخطورة لدى العميل {code}</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>ملفات بيانات</translation>
    </message>
    <message>
        <source>Engagement opened: {title}</source>
        <translation>فُتحت خدمة إضافية: {title}</translation>
    </message>
    <message>
        <source>Engagement {title}: {step}</source>
        <translation>خدمة إضافية {title}: {step}</translation>
    </message>
    <message>
        <source>Given back to the branch</source>
        <translation>أُعيدت إلى الفرع</translation>
    </message>
    <message>
        <source>Given to central support</source>
        <translation>أُحيلت إلى الدعم المركزي</translation>
    </message>
    <message>
        <source>Incident returned</source>
        <translation>أُرجعت الواقعة</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Last action taken back</source>
        <translation>تم التراجع عن آخر إجراء</translation>
    </message>
    <message>
        <source>Linked with {case}</source>
        <translation>رُبطت بالحالة {case}</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>ملفات السجل</translation>
    </message>
    <message>
        <source>Logged as {length}, which stays.</source>
        <translation>سُجّل {length}، ويبقى كذلك.</translation>
    </message>
    <message>
        <source>Merge with {case} undone</source>
        <translation>تم التراجع عن الدمج مع {case}</translation>
    </message>
    <message>
        <source>Merged into {case}</source>
        <translation>دُمجت في الحالة {case}</translation>
    </message>
    <message>
        <source>Moved from {before} to {after}</source>
        <translation>نُقلت من «{before}» إلى «{after}»</translation>
    </message>
    <message>
        <source>Moved to {after}</source>
        <translation>نُقلت إلى «{after}»</translation>
    </message>
    <message>
        <source>Moved to {after}: {vendor}</source>
        <translation>نُقلت إلى «{after}»: {vendor}</translation>
    </message>
    <message>
        <source>New since you looked, {moment}</source>
        <translation>جديد منذ آخر اطلاع، {moment}</translation>
    </message>
    <message>
        <source>New version of the support terms</source>
        <translation>إصدار جديد من شروط الدعم</translation>
    </message>
    <message>
        <source>Next update agreed</source>
        <translation>اتُّفق على التحديث التالي</translation>
    </message>
    <message>
        <source>Next update agreed: {moment}</source>
        <translation>اتُّفق على التحديث التالي: {moment}</translation>
    </message>
    <message>
        <source>No longer linked with {case}</source>
        <translation>لم تعد مرتبطة بالحالة {case}</translation>
    </message>
    <message>
        <source>One incident used</source>
        <translation>استُخدمت واقعة واحدة</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>فتح التقرير</translation>
    </message>
    <message>
        <source>Paid for: {amount} {currency}, reference {reference}</source>
        <translation>دُفع: ⁦{amount} {currency}⁩، المرجع {reference}</translation>
    </message>
    <message>
        <source>Phone call, {length}</source>
        <translation>مكالمة هاتفية، {length}</translation>
    </message>
    <message>
        <source>Public reply</source>
        <translation>رد عام</translation>
    </message>
    <message>
        <source>Put on visit {number}</source>
        <translation>أُضيفت إلى الزيارة {number}</translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation>أُعيد تفعيلها</translation>
    </message>
    <message>
        <source>Reactivated on day {day} of {of}</source>
        <translation>أُعيد تفعيلها في اليوم {day} من {of}</translation>
    </message>
    <message>
        <source>Received: {items}</source>
        <translation>وردت: {items}</translation>
    </message>
    <message>
        <source>Recommended at visit {number}</source>
        <translation>أوصي به في الزيارة {number}</translation>
    </message>
    <message>
        <source>Remote session, {length}</source>
        <translation>جلسة عن بُعد، {length}</translation>
    </message>
    <message>
        <source>Request for information</source>
        <translation>طلب معلومات</translation>
    </message>
    <message>
        <source>Save {name} as…</source>
        <translation>حفظ {name} باسم…</translation>
    </message>
    <message>
        <source>Screen captures</source>
        <translation>لقطات شاشة</translation>
    </message>
    <message>
        <source>Settled: {field} is {value}</source>
        <translation>تمت التسوية: {field} هي {value}</translation>
    </message>
    <message>
        <source>Severity verified as {code}</source>
        <translation>أُكّدت درجة الخطورة {code}</translation>
    </message>
    <message>
        <source>Severity verified as {code} (customer said {claimed})</source>
        <translation>أُكّدت درجة الخطورة {code} (قال العميل {claimed})</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>عرض النص كاملًا</translation>
    </message>
    <message>
        <source>Split off from {case}</source>
        <translation>فُصلت من الحالة {case}</translation>
    </message>
    <message>
        <source>Split off into {case}</source>
        <translation>فُصلت منها الحالة {case}</translation>
    </message>
    <message>
        <source>Split off into {case}: “{wording}”</source>
        <translation>فُصلت منها الحالة {case}: «{wording}»</translation>
    </message>
    <message>
        <source>Steps to see it happen</source>
        <translation>خطوات تكرار المشكلة</translation>
    </message>
    <message>
        <source>Support without cover settled</source>
        <translation>سُوّي الدعم بلا تغطية</translation>
    </message>
    <message>
        <source>Taken off visit {number}</source>
        <translation>أُزيلت من الزيارة {number}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>السجل الزمني</translation>
    </message>
    <message>
        <source>Title changed from “{before}” to “{after}”</source>
        <translation>غُيّر العنوان من «{before}» إلى «{after}»</translation>
    </message>
    <message>
        <source>To be settled again: {field}</source>
        <translation>للتسوية مجددًا: {field}</translation>
    </message>
    <message>
        <source>Tracking note {number}</source>
        <translation>ملاحظة تتبّع {number}</translation>
    </message>
    <message>
        <source>Tracking note {number}, fixed in {version}</source>
        <translation>ملاحظة تتبّع {number}، إصلاح في {version}</translation>
    </message>
    <message>
        <source>Visit report {number}</source>
        <translation>تقرير زيارة {number}</translation>
    </message>
    <message>
        <source>Visit report {number} opened again</source>
        <translation>أعيد فتح تقرير الزيارة {number}</translation>
    </message>
    <message>
        <source>Visit {number} cancelled</source>
        <translation>أُلغيت الزيارة {number}</translation>
    </message>
    <message>
        <source>Visit {number} planned</source>
        <translation>حُدّد موعد الزيارة {number}</translation>
    </message>
    <message>
        <source>Visit {number} planned otherwise</source>
        <translation>خُطِّطت الزيارة {number} على نحو آخر</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>النص الكامل</translation>
    </message>
    <message>
        <source>another agent</source>
        <translation>موظف دعم آخر</translation>
    </message>
    <message>
        <source>answers of the request</source>
        <translation>إجابات الطلب</translation>
    </message>
    <message>
        <source>area</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>الفرع</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>from case {number}</source>
        <translation>من الحالة {number}</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>من {name}</translation>
    </message>
    <message>
        <source>language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>made by {name}</source>
        <translation>بواسطة {name}</translation>
    </message>
    <message>
        <source>on site {length}</source>
        <translation>في الموقع {length}</translation>
    </message>
    <message>
        <source>product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>site</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>تم التراجع</translation>
    </message>
    <message>
        <source>team</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>إلى {name}</translation>
    </message>
    <message>
        <source>version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>{act}, not accepted</source>
        <translation>{act}، لم يُقبل</translation>
    </message>
    <message>
        <source>{case} merged into this case</source>
        <translation>دُمجت الحالة {case} في هذه الحالة</translation>
    </message>
    <message>
        <source>{deed} (taken back)</source>
        <translation>{deed} (تم التراجع)</translation>
    </message>
    <message>
        <source>{deed} by {name}</source>
        <translation>{deed}، بواسطة {name}</translation>
    </message>
    <message>
        <source>{field} is {theirs}, and was set to {mine}</source>
        <translation>{field} هي {theirs}، وقد جُعلت {mine}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{name} agrees that the request was carried out</source>
        <translation>موافقة {name} على تنفيذ الطلب</translation>
    </message>
    <message>
        <source>{name} gave consent.</source>
        <translation>بإذن من {name}.</translation>
    </message>
    <message>
        <source>{tool} counted {length}</source>
        <translation>حسب {tool} {length}</translation>
    </message>
</context>
<context>
    <name>VisitPaper</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>لا صفحات</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>%n صفحات</numerusform>
            <numerusform>%n صفحة</numerusform>
            <numerusform>%n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Changed since revision {number}</source>
        <translation>ما تغيّر منذ المراجعة {number}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Fingerprint {fingerprint}</source>
        <translation>البصمة {fingerprint}</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>ملاءمة</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Goes to: {receivers}.</source>
        <translation>يُرسل إلى: {receivers}.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Make PDF</source>
        <translation>إنشاء PDF</translation>
    </message>
    <message>
        <source>Nobody has signed it.</source>
        <translation>لم يوقّعه أحد.</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>صفحة {page} من {pages}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الورق</translation>
    </message>
    <message>
        <source>Preview PDF</source>
        <translation>معاينة PDF</translation>
    </message>
    <message>
        <source>Preview of {number}</source>
        <translation>معاينة {number}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>حفظ PDF</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Show PDF</source>
        <translation>عرض PDF</translation>
    </message>
    <message>
        <source>Signed by {name}.</source>
        <translation>وقّعه {name}.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>The PDF has not come yet.</source>
        <translation>لم يصل ملف PDF بعد.</translation>
    </message>
    <message>
        <source>The PDF is attached.</source>
        <translation>ملف PDF مرفق.</translation>
    </message>
    <message>
        <source>The PDF is being made.</source>
        <translation>يجري إنشاء ملف PDF.</translation>
    </message>
    <message>
        <source>The PDF of this report is not made yet.</source>
        <translation>لم يُنشأ ملف PDF لهذا التقرير بعد.</translation>
    </message>
    <message>
        <source>The report was sent to the printer.</source>
        <translation>أُرسل التقرير إلى الطابعة.</translation>
    </message>
    <message>
        <source>The visit is finished all the same.</source>
        <translation>الزيارة منتهية مع ذلك.</translation>
    </message>
    <message>
        <source>The visit is not finished.</source>
        <translation>الزيارة غير منتهية.</translation>
    </message>
    <message>
        <source>added: {text}</source>
        <translation>أضيف: {text}</translation>
    </message>
    <message>
        <source>another than before</source>
        <translation>غير ما كان</translation>
    </message>
    <message>
        <source>engineers</source>
        <translation>المهندسون</translation>
    </message>
    <message>
        <source>is now: {text}</source>
        <translation>أصبح: {text}</translation>
    </message>
    <message>
        <source>managers</source>
        <translation>المديرون</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>حُذف</translation>
    </message>
    <message>
        <source>the department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>the other branches</source>
        <translation>الفروع الأخرى</translation>
    </message>
    <message>
        <source>was: {text}</source>
        <translation>كان: {text}</translation>
    </message>
    <message>
        <source>{name} was saved.</source>
        <translation>حُفظ {name}.</translation>
    </message>
</context>
<context>
    <name>VisitReport</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>A closed case can be taken up again; limit in days: {days}.</source>
        <translation>يمكن إعادة تفعيل الحالة المغلقة؛ المهلة بالأيام: {days}.</translation>
    </message>
    <message>
        <source>Annual warranty</source>
        <translation>ضمان سنوي</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>Arrival – departure</source>
        <translation>الوصول – المغادرة</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>الملفات المرفقة</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>Certified partner</source>
        <translation>شريك معتمد</translation>
    </message>
    <message>
        <source>Changed since revision {number}</source>
        <translation>ما تغيّر منذ المراجعة {number}</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>التغطية</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>المهندس</translation>
    </message>
    <message>
        <source>Fingerprint {fingerprint}</source>
        <translation>البصمة {fingerprint}</translation>
    </message>
    <message>
        <source>For the client</source>
        <translation>عن العميل</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>بفاتورة</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>صفحة {page} من {pages}</translation>
    </message>
    <message>
        <source>Paid incident</source>
        <translation>حادثة مدفوعة</translation>
    </message>
    <message>
        <source>Passed on to product management.</source>
        <translation>أحيلت إلى إدارة المنتج.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>المشاكل الملحوظة</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>استقبله</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>التوصيات</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>المراجعة {number}</translation>
    </message>
    <message>
        <source>Season ticket</source>
        <translation>بطاقة موسمية</translation>
    </message>
    <message>
        <source>Sent on {day} at {time}</source>
        <translation>أرسل في {day} الساعة {time}</translation>
    </message>
    <message>
        <source>Service contract</source>
        <translation>عقد خدمة</translation>
    </message>
    <message>
        <source>Signed on site, sent on {day} at {time}</source>
        <translation>وقع في الموقع، وأرسل في {day} الساعة {time}</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Spare parts</source>
        <translation>قطع الغيار</translation>
    </message>
    <message>
        <source>State of the system</source>
        <translation>حالة النظام</translation>
    </message>
    <message>
        <source>The cases may be closed</source>
        <translation>يمكن إغلاق الحالات</translation>
    </message>
    <message>
        <source>The cases {cases} may be closed</source>
        <translation>يمكن إغلاق الحالات {cases}</translation>
    </message>
    <message>
        <source>The client&apos;s acceptance</source>
        <translation>موافقة العميل</translation>
    </message>
    <message>
        <source>The client&apos;s suggestions</source>
        <translation>اقتراحات العميل</translation>
    </message>
    <message>
        <source>The picture can&apos;t be shown.</source>
        <translation>تعذر عرض الصورة.</translation>
    </message>
    <message>
        <source>The work is done as asked</source>
        <translation>أنجز العمل كما طلب</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>للإصلاح</translation>
    </message>
    <message>
        <source>To watch</source>
        <translation>للمتابعة</translation>
    </message>
    <message>
        <source>Visit report</source>
        <translation>تقرير الزيارة</translation>
    </message>
    <message>
        <source>Warranty, year 1</source>
        <translation>الضمان، السنة 1</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>الأعمال المنجزة</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>غير موقع</translation>
    </message>
    <message>
        <source>signed on {day} at {time}</source>
        <translation>وقع في {day} الساعة {time}</translation>
    </message>
    <message>
        <source>{client}, {site}</source>
        <translation>{client}، {site}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{name}, {job}</source>
        <translation>{name}، {job}</translation>
    </message>
    <message>
        <source>{part}, added:</source>
        <translation>{part}، أضيف:</translation>
    </message>
    <message>
        <source>{part}, is now:</source>
        <translation>{part}، أصبح:</translation>
    </message>
    <message>
        <source>{part}, taken out:</source>
        <translation>{part}، حُذف:</translation>
    </message>
    <message>
        <source>{part}, was:</source>
        <translation>{part}، كان:</translation>
    </message>
    <message>
        <source>{part}: another than before</source>
        <translation>{part}: غير ما كان</translation>
    </message>
    <message>
        <source>{place} · {day}</source>
        <translation>{place} · {day}</translation>
    </message>
    <message>
        <source>{weekday}, {date}</source>
        <translation>{weekday} {date}</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) not on this computer.</source>
        <translation>
            <numerusform>لا عملاء غائبون عن هذا الكمبيوتر.</numerusform>
            <numerusform>عميل واحد غير موجود على هذا الكمبيوتر.</numerusform>
            <numerusform>عميلان غير موجودين على هذا الكمبيوتر.</numerusform>
            <numerusform>%n عملاء غير موجودين على هذا الكمبيوتر.</numerusform>
            <numerusform>%n عميلًا غير موجودين على هذا الكمبيوتر.</numerusform>
            <numerusform>%n عميل غير موجودين على هذا الكمبيوتر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) not on {engineer}’s computer.</source>
        <translation>
            <numerusform>لا عملاء غائبون عن كمبيوتر {engineer}.</numerusform>
            <numerusform>عميل واحد غير موجود على كمبيوتر {engineer}.</numerusform>
            <numerusform>عميلان غير موجودين على كمبيوتر {engineer}.</numerusform>
            <numerusform>%n عملاء غير موجودين على كمبيوتر {engineer}.</numerusform>
            <numerusform>%n عميلًا غير موجودين على كمبيوتر {engineer}.</numerusform>
            <numerusform>%n عميل غير موجودين على كمبيوتر {engineer}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n knowledge article(s)</source>
        <translation>
            <numerusform>لا مقالات معرفة</numerusform>
            <numerusform>مقالة معرفة واحدة</numerusform>
            <numerusform>مقالتا معرفة</numerusform>
            <numerusform>%n مقالات معرفة</numerusform>
            <numerusform>%n مقالة معرفة</numerusform>
            <numerusform>%n مقالة معرفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open recommendation(s)</source>
        <translation>
            <numerusform>لا توصيات مفتوحة</numerusform>
            <numerusform>توصية مفتوحة واحدة</numerusform>
            <numerusform>توصيتان مفتوحتان</numerusform>
            <numerusform>%n توصيات مفتوحة</numerusform>
            <numerusform>%n توصية مفتوحة</numerusform>
            <numerusform>%n توصية مفتوحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past case(s)</source>
        <translation>
            <numerusform>لا حالات سابقة</numerusform>
            <numerusform>حالة سابقة واحدة</numerusform>
            <numerusform>حالتان سابقتان</numerusform>
            <numerusform>%n حالات سابقة</numerusform>
            <numerusform>%n حالة سابقة</numerusform>
            <numerusform>%n حالة سابقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>لا صور</numerusform>
            <numerusform>صورة واحدة</numerusform>
            <numerusform>صورتان</numerusform>
            <numerusform>%n صور</numerusform>
            <numerusform>%n صورة</numerusform>
            <numerusform>%n صورة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>لا تقارير</numerusform>
            <numerusform>تقرير واحد</numerusform>
            <numerusform>تقريران</numerusform>
            <numerusform>%n تقارير</numerusform>
            <numerusform>%n تقريرًا</numerusform>
            <numerusform>%n تقرير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) saved</source>
        <translation>
            <numerusform>لم يُحفظ أي تقرير</numerusform>
            <numerusform>حُفظ تقرير واحد</numerusform>
            <numerusform>حُفظ تقريران</numerusform>
            <numerusform>حُفظت %n تقارير</numerusform>
            <numerusform>حُفظ %n تقريرًا</numerusform>
            <numerusform>حُفظ %n تقرير</numerusform>
        </translation>
    </message>
    <message>
        <source>A photo that is being read</source>
        <translation>صورة تجري قراءتها</translation>
    </message>
    <message>
        <source>A report stands here from the engineer’s arrival on. Choose another filter.</source>
        <translation>يظهر التقرير هنا منذ وصول المهندس. اختر مرشحًا آخر.</translation>
    </message>
    <message>
        <source>A visit is planned in the calendar, or on its case with Log a visit. It stands here on its day.</source>
        <translation>تُخطَّط الزيارة في التقويم، أو في حالتها عبر «تسجيل زيارة». وتظهر هنا في يومها.</translation>
    </message>
    <message>
        <source>A visit is planned in the calendar, or on its case.</source>
        <translation>تُخطَّط الزيارة في التقويم أو في حالتها.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>إضافة فحص</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>إضافة قطعة</translation>
    </message>
    <message>
        <source>Add photos or files</source>
        <translation>إضافة صور أو ملفات</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>يوم آخر</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>Arrival set to now.</source>
        <translation>سُجّل الوصول الآن.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>Assign one of its cases to the engineer, then it comes with the next exchange.</source>
        <translation>أسند إحدى حالاته إلى المهندس، فيصل مع التبادل التالي.</translation>
    </message>
    <message>
        <source>Attach as a file</source>
        <translation>إرفاق كملف</translation>
    </message>
    <message>
        <source>Back to the day</source>
        <translation>العودة إلى اليوم</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>سيّئ</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>الفرع</translation>
    </message>
    <message>
        <source>Bring: {what} ({client})</source>
        <translation>أحضِر: {what} ({client})</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>التقويم</translation>
    </message>
    <message>
        <source>Cancel visit</source>
        <translation>إلغاء الزيارة</translation>
    </message>
    <message>
        <source>Cancel visit {number}?</source>
        <translation>إلغاء الزيارة {number}؟</translation>
    </message>
    <message>
        <source>Cancel visit…</source>
        <translation>إلغاء الزيارة…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Caption of photo “{name}”</source>
        <translation>تعليق الصورة «{name}»</translation>
    </message>
    <message>
        <source>Case created.</source>
        <translation>أُنشئت الحالة.</translation>
    </message>
    <message>
        <source>Case {cases} can be closed</source>
        <translation>يمكن إغلاق الحالة {cases}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>Cases of the visit changed</source>
        <translation>عُدِّلت حالات الزيارة</translation>
    </message>
    <message>
        <source>Cases of visit {number}</source>
        <translation>حالات الزيارة {number}</translation>
    </message>
    <message>
        <source>Cases {cases} can be closed</source>
        <translation>يمكن إغلاق الحالات {cases}</translation>
    </message>
    <message>
        <source>Change cases…</source>
        <translation>تعديل الحالات…</translation>
    </message>
    <message>
        <source>Change visit {number}</source>
        <translation>تعديل الزيارة {number}</translation>
    </message>
    <message>
        <source>Changed since: {parts}.</source>
        <translation>تغيّر بعد ذلك: {parts}.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تعديل…</translation>
    </message>
    <message>
        <source>Choose a client from the list.</source>
        <translation>اختر عميلًا من القائمة.</translation>
    </message>
    <message>
        <source>Choose a time and press N to plan a visit for it.</source>
        <translation>اختر وقتًا واضغط N لتخطيط زيارة فيه.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>اختيار ملفات…</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>اختر واحدًا.</translation>
    </message>
    <message>
        <source>Choose the client first.</source>
        <translation>اختر العميل أولًا.</translation>
    </message>
    <message>
        <source>Choose who goes.</source>
        <translation>اختر من يذهب.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Clear the signature?</source>
        <translation>مسح التوقيع؟</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Client and site</source>
        <translation>العميل والموقع</translation>
    </message>
    <message>
        <source>Client’s acceptance</source>
        <translation>موافقة العميل</translation>
    </message>
    <message>
        <source>Client’s remark</source>
        <translation>ملاحظة العميل</translation>
    </message>
    <message>
        <source>Client’s signature</source>
        <translation>توقيع العميل</translation>
    </message>
    <message>
        <source>Client’s suggestions</source>
        <translation>اقتراحات العميل</translation>
    </message>
    <message>
        <source>Closes the report as it is signed.</source>
        <translation>يُقفل التقرير كما وُقّع.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>تم النسخ.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>إنشاء الحالة</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>اليوم والوقت</translation>
    </message>
    <message>
        <source>Departure set to now.</source>
        <translation>سُجّلت المغادرة الآن.</translation>
    </message>
    <message>
        <source>Distance there and back, km</source>
        <translation>المسافة ذهابًا وإيابًا، كم</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Draft discarded.</source>
        <translation>حُذفت المسودة.</translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation>حُفظت المسودة {time}</translation>
    </message>
    <message>
        <source>Drop photos</source>
        <translation>أفلت الصور</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>المهندس</translation>
    </message>
    <message>
        <source>Every branch</source>
        <translation>كل الفروع</translation>
    </message>
    <message>
        <source>Every engineer</source>
        <translation>كل المهندسين</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>كل الأشهر</translation>
    </message>
    <message>
        <source>Every recommendation has its case, or there is none yet</source>
        <translation>لكل توصية حالتها، أو لا توصيات بعد</translation>
    </message>
    <message>
        <source>Expected duration</source>
        <translation>المدة المتوقعة</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>الملف {name}</translation>
    </message>
    <message>
        <source>Find a case of the client</source>
        <translation>البحث عن حالة للعميل</translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>إنهاء الزيارة</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>Finished. On site until {moment}. The report stays as signed.</source>
        <translation>انتهت الزيارة. في الموقع حتى {moment}. يبقى التقرير كما وُقّع.</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>المتابعة</translation>
    </message>
    <message>
        <source>For these cases</source>
        <translation>لهذه الحالات</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيّد</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>It is a holiday.</source>
        <translation>إنه يوم عطلة.</translation>
    </message>
    <message>
        <source>It was left unfinished. To begin anew, discard it below.</source>
        <translation>تُركت غير مكتملة. للبدء من جديد احذفها أدناه.</translation>
    </message>
    <message>
        <source>Its cases are told the reason. Taken back, the visit stands as it was planned.</source>
        <translation>يُدوَّن السبب في حالاتها. وإذا تراجعت بقيت الزيارة كما خُطِّطت.</translation>
    </message>
    <message>
        <source>Job or role</source>
        <translation>الوظيفة</translation>
    </message>
    <message>
        <source>Keep cases</source>
        <translation>حفظ الحالات</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء عليها</translation>
    </message>
    <message>
        <source>Keep plan</source>
        <translation>حفظ الخطة</translation>
    </message>
    <message>
        <source>Keep the signature</source>
        <translation>حفظ التوقيع</translation>
    </message>
    <message>
        <source>Kilometres, there and back</source>
        <translation>الكيلومترات ذهابًا وإيابًا</translation>
    </message>
    <message>
        <source>Last saved {time}.</source>
        <translation>آخر حفظ {time}.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>المغادرة</translation>
    </message>
    <message>
        <source>Let the client sign anew?</source>
        <translation>هل يوقّع العميل من جديد؟</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Make a case from a recommendation</source>
        <translation>إنشاء حالة من توصية</translation>
    </message>
    <message>
        <source>Make sure that the client expects a visit.</source>
        <translation>تأكد من أن العميل ينتظر زيارة.</translation>
    </message>
    <message>
        <source>Minutes on site</source>
        <translation>الدقائق في الموقع</translation>
    </message>
    <message>
        <source>Minutes on the road, there and back</source>
        <translation>دقائق الطريق ذهابًا وإيابًا</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>تقديم</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>تأخير</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>No open case of the client is called so.</source>
        <translation>لا توجد حالة مفتوحة للعميل بهذا الاسم.</translation>
    </message>
    <message>
        <source>No open case. The visit is then for none.</source>
        <translation>لا حالة مفتوحة. تكون الزيارة إذن بلا حالة.</translation>
    </message>
    <message>
        <source>No report matches</source>
        <translation>لا تقرير مطابق</translation>
    </message>
    <message>
        <source>No site in particular</source>
        <translation>لا موقع بعينه</translation>
    </message>
    <message>
        <source>No visits on this day</source>
        <translation>لا زيارات في هذا اليوم</translation>
    </message>
    <message>
        <source>No visits today</source>
        <translation>لا زيارات اليوم</translation>
    </message>
    <message>
        <source>Not in the report.</source>
        <translation>ليس في التقرير.</translation>
    </message>
    <message>
        <source>Notes of update {version}</source>
        <translation>ملاحظات التحديث {version}</translation>
    </message>
    <message>
        <source>Nothing covers a visit.</source>
        <translation>لا شيء يغطي الزيارة.</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>في الموقع</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open recommendations</source>
        <translation>التوصيات المفتوحة</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>فتح الأصل</translation>
    </message>
    <message>
        <source>Open the visit to copy it or to put it into a revision.</source>
        <translation>افتح الزيارة لنسخها أو لإدراجها في مراجعة.</translation>
    </message>
    <message numerus="yes">
        <source>Overlaps with %n visit(s).</source>
        <translation>
            <numerusform>لا تتداخل مع أي زيارة.</numerusform>
            <numerusform>تتداخل مع زيارة واحدة.</numerusform>
            <numerusform>تتداخل مع زيارتين.</numerusform>
            <numerusform>تتداخل مع %n زيارات.</numerusform>
            <numerusform>تتداخل مع %n زيارة.</numerusform>
            <numerusform>تتداخل مع %n زيارة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of a case’s number or title</source>
        <translation>جزء من رقم الحالة أو عنوانها</translation>
    </message>
    <message>
        <source>Part of a client’s name</source>
        <translation>جزء من اسم العميل</translation>
    </message>
    <message>
        <source>Part of a name or a code</source>
        <translation>جزء من اسم أو رمز</translation>
    </message>
    <message>
        <source>Pass to product management</source>
        <translation>إحالة إلى إدارة المنتج</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Pen, mouse or touch</source>
        <translation>قلم أو فأرة أو لمس</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Photo “{name}”</source>
        <translation>الصورة «{name}»</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>الصور والملفات</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>تخطيط زيارة</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>عُدِّلت الخطة</translation>
    </message>
    <message>
        <source>Plan visit</source>
        <translation>تخطيط الزيارة</translation>
    </message>
    <message>
        <source>Plan visit…</source>
        <translation>تخطيط زيارة…</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>المشكلات المكتشفة</translation>
    </message>
    <message>
        <source>Put into the report</source>
        <translation>إدراج في التقرير</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>في الاستقبال</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>التوصية</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>التوصيات</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>إزالة هذه القطعة</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Revise the report</source>
        <translation>مراجعة التقرير</translation>
    </message>
    <message>
        <source>Revise…</source>
        <translation>مراجعة…</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>المراجعة {number}</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>حفظ بصيغة CSV…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Save the list of reports</source>
        <translation>حفظ قائمة التقارير</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>محفوظ على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>اذكر السبب بكلمات قليلة.</translation>
    </message>
    <message>
        <source>Set the arrival to now</source>
        <translation>تسجيل الوصول الآن</translation>
    </message>
    <message>
        <source>Set to now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Sets the departure to now and closes the report as it is signed.</source>
        <translation>يسجّل المغادرة الآن ويُقفل التقرير كما وُقّع.</translation>
    </message>
    <message>
        <source>Sign anew</source>
        <translation>توقيع جديد</translation>
    </message>
    <message>
        <source>Sign anew…</source>
        <translation>توقيع جديد…</translation>
    </message>
    <message>
        <source>Sign in the box: what is there is too short.</source>
        <translation>وقّع في الإطار: الرسم أقصر من أن يكون توقيعًا.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>الموقِّع</translation>
    </message>
    <message>
        <source>Signed {moment}. The report is bound to it as it stands.</source>
        <translation>وُقّع {moment}. يرتبط التوقيع بالتقرير كما هو.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Spare parts</source>
        <translation>قطع الغيار</translation>
    </message>
    <message>
        <source>Spare parts, updates, papers to be signed</source>
        <translation>قطع غيار، تحديثات، أوراق للتوقيع</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Still missing: {parts}.</source>
        <translation>ما زال ناقصًا: {parts}.</translation>
    </message>
    <message>
        <source>Still on site: set the departure to now</source>
        <translation>ما زال في الموقع: تسجيل المغادرة الآن</translation>
    </message>
    <message>
        <source>System health</source>
        <translation>سلامة النظام</translation>
    </message>
    <message>
        <source>Take out of the report</source>
        <translation>إخراج من التقرير</translation>
    </message>
    <message>
        <source>Take photos…</source>
        <translation>التقاط صور…</translation>
    </message>
    <message>
        <source>Take the photo out of the report</source>
        <translation>إخراج الصورة من التقرير</translation>
    </message>
    <message>
        <source>Take {name} out of the report</source>
        <translation>إخراج {name} من التقرير</translation>
    </message>
    <message>
        <source>Taken out of the report.</source>
        <translation>أُخرج من التقرير.</translation>
    </message>
    <message>
        <source>The branch is closed at this time.</source>
        <translation>الفرع مغلق في هذا الوقت.</translation>
    </message>
    <message>
        <source>The branch is closed on this day.</source>
        <translation>الفرع مغلق في هذا اليوم.</translation>
    </message>
    <message>
        <source>The cases can be closed</source>
        <translation>يمكن إغلاق الحالات</translation>
    </message>
    <message>
        <source>The client has not signed this report.</source>
        <translation>لم يوقّع العميل هذا التقرير.</translation>
    </message>
    <message>
        <source>The client has signed for these cases.</source>
        <translation>وقّع العميل على هذه الحالات.</translation>
    </message>
    <message>
        <source>The client’s cases are being read…</source>
        <translation>تجري قراءة حالات العميل…</translation>
    </message>
    <message>
        <source>The report is a later revision.</source>
        <translation>التقرير مراجعة لاحقة.</translation>
    </message>
    <message>
        <source>The report is not complete.</source>
        <translation>التقرير غير مكتمل.</translation>
    </message>
    <message>
        <source>The rest is kept on this computer, above its report.</source>
        <translation>البقية محفوظة على هذا الكمبيوتر، فوق تقريرها.</translation>
    </message>
    <message>
        <source>The signature no longer stands.</source>
        <translation>لم يعد التوقيع ساريًا.</translation>
    </message>
    <message>
        <source>The signature that is there stays in the history until there is another.</source>
        <translation>يبقى التوقيع الحالي في السجل إلى أن يأتي غيره.</translation>
    </message>
    <message>
        <source>This client is not on {engineer}’s computer.</source>
        <translation>هذا العميل غير موجود على كمبيوتر {engineer}.</translation>
    </message>
    <message>
        <source>This is needed before the visit can be finished.</source>
        <translation>هذا لازم قبل إنهاء الزيارة.</translation>
    </message>
    <message>
        <source>This is needed for a case.</source>
        <translation>هذا لازم للحالة.</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>هذا الوقت قد مضى.</translation>
    </message>
    <message>
        <source>Tick the cases that this visit is for. Each change is noted on the case.</source>
        <translation>حدّد الحالات التي تُجرى هذه الزيارة من أجلها. يُسجَّل كل تغيير في الحالة.</translation>
    </message>
    <message>
        <source>Times of {zone}</source>
        <translation>بتوقيت {zone}</translation>
    </message>
    <message>
        <source>Title of the case</source>
        <translation>عنوان الحالة</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>الطريق</translation>
    </message>
    <message>
        <source>Travel there and back, minutes</source>
        <translation>التنقل ذهابًا وإيابًا، دقائق</translation>
    </message>
    <message>
        <source>Visit cancelled</source>
        <translation>أُلغيت الزيارة</translation>
    </message>
    <message>
        <source>Visit finished.</source>
        <translation>انتهت الزيارة.</translation>
    </message>
    <message>
        <source>Visit moved</source>
        <translation>نُقلت الزيارة</translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation>خُطِّطت الزيارة</translation>
    </message>
    <message>
        <source>Visit report {number}</source>
        <translation>تقرير الزيارة {number}</translation>
    </message>
    <message>
        <source>Visit reports</source>
        <translation>تقارير الزيارات</translation>
    </message>
    <message>
        <source>Visit {number} was closed before all you typed was saved.</source>
        <translation>أُغلقت الزيارة {number} قبل حفظ كل ما كتبته.</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>زيارات اليوم</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>للمتابعة</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>الأسبوع التالي</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>الأسبوع السابق</translation>
    </message>
    <message>
        <source>Week of visits</source>
        <translation>أسبوع الزيارات</translation>
    </message>
    <message>
        <source>What to bring and prepare</source>
        <translation>ما يُحضَر ويُجهَّز</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>ما تم فحصه</translation>
    </message>
    <message>
        <source>What was chosen and typed is kept as a draft</source>
        <translation>ما اختير وكُتب محفوظ كمسودة</translation>
    </message>
    <message>
        <source>What was drawn is thrown away, and the client draws again.</source>
        <translation>يُمحى ما رُسم ويوقّع العميل ثانية.</translation>
    </message>
    <message>
        <source>What was signed is kept. The client signs the revision once more before it is finished.</source>
        <translation>ما وُقّع محفوظ. يوقّع العميل المراجعة قبل إنهائها.</translation>
    </message>
    <message>
        <source>What was used or left</source>
        <translation>ما استُعمل أو تُرك</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Who received you?</source>
        <translation>من استقبلك؟</translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <translation>سبب الإلغاء</translation>
    </message>
    <message>
        <source>Why it is revised</source>
        <translation>سبب المراجعة</translation>
    </message>
    <message>
        <source>With a remark</source>
        <translation>مع ملاحظة</translation>
    </message>
    <message>
        <source>With open recommendations</source>
        <translation>بتوصيات مفتوحة</translation>
    </message>
    <message>
        <source>With others the report is signed once more.</source>
        <translation>مع حالات أخرى يُوقَّع التقرير مرة أخرى.</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>العمل المنجز</translation>
    </message>
    <message>
        <source>Work done as asked</source>
        <translation>أُنجز العمل كما طُلب</translation>
    </message>
    <message>
        <source>Write the name of who signs.</source>
        <translation>اكتب اسم الموقِّع.</translation>
    </message>
    <message>
        <source>You typed this while the visit was being cancelled. It is kept here on this computer. Copy what you need.</source>
        <translation>كتبت هذا أثناء إلغاء الزيارة. وهو محفوظ هنا على هذا الكمبيوتر. انسخ ما تحتاج إليه.</translation>
    </message>
    <message>
        <source>You typed this while the visit was being closed. It is open again, so you can put it in.</source>
        <translation>كتبت هذا أثناء إغلاق الزيارة. وهي مفتوحة من جديد، فيمكنك إدراجه.</translation>
    </message>
    <message>
        <source>You typed this while the visit was being finished. It is kept here on this computer. Copy what you need, or revise the report to put it in.</source>
        <translation>كتبت هذا أثناء إنهاء الزيارة. وهو محفوظ هنا على هذا الكمبيوتر. انسخ ما تحتاج إليه، أو راجع التقرير لإدراجه.</translation>
    </message>
    <message>
        <source>Your draft is back.</source>
        <translation>عادت مسودتك.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحدة أخرى</numerusform>
            <numerusform>واثنتان أخريان</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>as you type.</source>
        <translation>أثناء الكتابة.</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>تُقرأ…</translation>
    </message>
    <message>
        <source>being revised</source>
        <translation>قيد المراجعة</translation>
    </message>
    <message>
        <source>cases opened from this visit</source>
        <translation>حالات نشأت عن هذه الزيارة</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <translation>تستحق {moment}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>in their own words</source>
        <translation>بكلماته هو</translation>
    </message>
    <message>
        <source>km</source>
        <translation>كم</translation>
    </message>
    <message>
        <source>left</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>linked to {cases}</source>
        <translation>مرتبط بـ {cases}</translation>
    </message>
    <message>
        <source>min</source>
        <translation>د</translation>
    </message>
    <message>
        <source>none used</source>
        <translation>لم تُستعمل</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>غير موقَّع</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>في الموقع</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>واحدة في كل سطر</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>مخطَّطة</translation>
    </message>
    <message>
        <source>signed by {name}</source>
        <translation>وقّعه {name}</translation>
    </message>
    <message>
        <source>still on site</source>
        <translation>ما زال في الموقع</translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>لا شيء</numerusform>
            <numerusform>الأول</numerusform>
            <numerusform>الأول والثاني</numerusform>
            <numerusform>أول %n</numerusform>
            <numerusform>أول %n</numerusform>
            <numerusform>أول %n</numerusform>
        </translation>
    </message>
    <message>
        <source>there and back</source>
        <translation>ذهابًا وإيابًا</translation>
    </message>
    <message>
        <source>{act} on {case}</source>
        <translation>{act} على {case}</translation>
    </message>
    <message>
        <source>{count} bad</source>
        <translation>{count} سيّئ</translation>
    </message>
    <message>
        <source>{count} good</source>
        <translation>{count} جيّد</translation>
    </message>
    <message>
        <source>{count} to watch</source>
        <translation>{count} للمتابعة</translation>
    </message>
    <message>
        <source>{first} {first_month} – {last} {last_month} {year}</source>
        <translation>{first} {first_month} – {last} {last_month} {year}</translation>
    </message>
    <message>
        <source>{first} – {last} {month} {year}</source>
        <translation>{first} – {last} {month} {year}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{number}, revision {revision}</source>
        <translation>{number}، المراجعة {revision}</translation>
    </message>
    <message>
        <source>{title}, sorted downwards</source>
        <translation>{title}، مرتب تنازليًا</translation>
    </message>
    <message>
        <source>{title}, sorted upwards</source>
        <translation>{title}، مرتب تصاعديًا</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{weekday} {day} {month}</translation>
    </message>
    <message>
        <source>– will be sent when you are back online.</source>
        <translation>– سيُرسل عند عودة الاتصال.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>%n business day(s)</source>
        <translation>
            <numerusform>لا أيام عمل</numerusform>
            <numerusform>يوم عمل</numerusform>
            <numerusform>يوما عمل</numerusform>
            <numerusform>%n أيام عمل</numerusform>
            <numerusform>%n يوم عمل</numerusform>
            <numerusform>%n يوم عمل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n business hour(s)</source>
        <translation>
            <numerusform>لا ساعات عمل</numerusform>
            <numerusform>ساعة عمل</numerusform>
            <numerusform>ساعتا عمل</numerusform>
            <numerusform>%n ساعات عمل</numerusform>
            <numerusform>%n ساعة عمل</numerusform>
            <numerusform>%n ساعة عمل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>لا أيام</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier clock(s) are over</source>
        <translation>
            <numerusform>لا مهل سابقة</numerusform>
            <numerusform>انتهت مهلة سابقة</numerusform>
            <numerusform>انتهت مهلتان سابقتان</numerusform>
            <numerusform>انتهت %n مهل سابقة</numerusform>
            <numerusform>انتهت %n مهلة سابقة</numerusform>
            <numerusform>انتهت %n مهلة سابقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier day(s)</source>
        <translation>
            <numerusform>لا أيام سابقة</numerusform>
            <numerusform>يوم سابق</numerusform>
            <numerusform>يومان سابقان</numerusform>
            <numerusform>%n أيام سابقة</numerusform>
            <numerusform>%n يومًا سابقًا</numerusform>
            <numerusform>%n يوم سابق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>لا ساعات</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>After-hours support isn’t part of the plan.</source>
        <translation>الدعم خارج الدوام ليس ضمن الخطة.</translation>
    </message>
    <message>
        <source>Agreed with the customer</source>
        <translation>متفق عليه مع العميل</translation>
    </message>
    <message>
        <source>Agreed {moment}.</source>
        <translation>تم الاتفاق {moment}.</translation>
    </message>
    <message>
        <source>Calendar: {place}</source>
        <translation>الدوام: {place}</translation>
    </message>
    <message>
        <source>Clocks of this case</source>
        <translation>مُهل هذه الحالة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy as plain text for a reply</source>
        <translation>نسخ نصًّا عاديًا للرد</translation>
    </message>
    <message>
        <source>Counted round the clock.</source>
        <translation>تُحتسب على مدار الساعة.</translation>
    </message>
    <message>
        <source>Due {moment}</source>
        <translation>مستحق {moment}</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>شرح</translation>
    </message>
    <message>
        <source>Explain: {clock}</source>
        <translation>شرح: {clock}</translation>
    </message>
    <message>
        <source>Given {moment}</source>
        <translation>تم {moment}</translation>
    </message>
    <message>
        <source>Logged outside the open hours: counted from the next opening, {moment}.</source>
        <translation>سُجّلت خارج الدوام: تُحتسب من بدء الدوام التالي، {moment}.</translation>
    </message>
    <message>
        <source>Logged outside the open hours: counted round the clock, {times} times as long.</source>
        <translation>سُجّلت خارج الدوام: تُحتسب على مدار الساعة بمدة مضروبة في {times}.</translation>
    </message>
    <message>
        <source>Only open hours count, {length} on a working day.</source>
        <translation>لا تُحتسب إلا ساعات الدوام، {length} في يوم العمل.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>Rule {number} of “{policy}”, version {version}</source>
        <translation>القاعدة {number} من «{policy}»، الإصدار {version}</translation>
    </message>
    <message>
        <source>Severity {code}</source>
        <translation>درجة الخطورة {code}</translation>
    </message>
    <message>
        <source>Show all clocks</source>
        <translation>عرض كل المُهل</translation>
    </message>
    <message>
        <source>The case was logged.</source>
        <translation>سُجّلت الحالة.</translation>
    </message>
    <message>
        <source>The case was reactivated and gets a new first response.</source>
        <translation>أُعيد تفعيل الحالة، فلها رد أول جديد.</translation>
    </message>
    <message>
        <source>The case was reactivated on day {day} of {of}. A reactivated case gets a new first response.</source>
        <translation>أُعيد تفعيل الحالة في اليوم {day} من {of}. وللحالة المعاد تفعيلها رد أول جديد.</translation>
    </message>
    <message>
        <source>The clock started</source>
        <translation>بدء المهلة</translation>
    </message>
    <message>
        <source>The customer said {claimed}, support verified {verified}.</source>
        <translation>قال العميل {claimed}، وأكّد الدعم {verified}.</translation>
    </message>
    <message>
        <source>The customer was last told how the case stands.</source>
        <translation>آخر مرة أُبلغ فيها العميل بوضع الحالة.</translation>
    </message>
    <message>
        <source>The customer’s own severity; nobody has verified it yet.</source>
        <translation>الخطورة كما يراها العميل، ولم يؤكّدها أحد بعد.</translation>
    </message>
    <message>
        <source>The first response was given.</source>
        <translation>تم الرد الأول.</translation>
    </message>
    <message>
        <source>The open hours up to the agreed moment.</source>
        <translation>ساعات الدوام حتى الموعد المتفق عليه.</translation>
    </message>
    <message>
        <source>The time of the next update was agreed.</source>
        <translation>اتُّفق على موعد التحديث التالي.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Verified by support.</source>
        <translation>أكّدها الدعم.</translation>
    </message>
    <message>
        <source>Was due {moment}</source>
        <translation>استُحق {moment}</translation>
    </message>
    <message>
        <source>Why has the first response no deadline?</source>
        <translation>لماذا لا مهلة للرد الأول؟</translation>
    </message>
    <message>
        <source>Why has the next update no deadline?</source>
        <translation>لماذا لا مهلة للتحديث التالي؟</translation>
    </message>
    <message>
        <source>Why is the first response due {moment}?</source>
        <translation>لماذا الرد الأول مستحق {moment}؟</translation>
    </message>
    <message>
        <source>Why is the next update due {moment}?</source>
        <translation>لماذا التحديث التالي مستحق {moment}؟</translation>
    </message>
    <message>
        <source>Why was the first response due {moment}?</source>
        <translation>لماذا كان الرد الأول مستحقًا {moment}؟</translation>
    </message>
    <message>
        <source>Why was the next update due {moment}?</source>
        <translation>لماذا كان التحديث التالي مستحقًا {moment}؟</translation>
    </message>
    <message>
        <source>Work on the case went on.</source>
        <translation>استؤنف العمل على الحالة.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>محتسَب</translation>
    </message>
    <message>
        <source>left</source>
        <translation>متبقٍّ</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>paused {length}</source>
        <translation>توقّف {length}</translation>
    </message>
    <message>
        <source>{amount} business day</source>
        <translation>{amount} يوم عمل</translation>
    </message>
    <message>
        <source>{amount} business hour</source>
        <translation>{amount} ساعة عمل</translation>
    </message>
    <message>
        <source>{amount} day</source>
        <translation>{amount} يوم</translation>
    </message>
    <message>
        <source>{amount} hour</source>
        <translation>{amount} ساعة</translation>
    </message>
    <message>
        <source>{amount} of support time</source>
        <translation>{amount} من وقت الدعم</translation>
    </message>
    <message>
        <source>{amount} of support time, pauses not counted</source>
        <translation>{amount} من وقت الدعم، دون احتساب فترات التوقف</translation>
    </message>
    <message>
        <source>{counted} counted</source>
        <translation>احتُسب {counted}</translation>
    </message>
    <message>
        <source>{counted} counted, {late}</source>
        <translation>احتُسب {counted}، {late}</translation>
    </message>
    <message>
        <source>{counted} counted, {left} left</source>
        <translation>احتُسب {counted}، بقي {left}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} س</translation>
    </message>
    <message>
        <source>{stage}, since {start}.</source>
        <translation>‏{stage}، منذ {start}.</translation>
    </message>
    <message>
        <source>{stage}, {start}–{end}.</source>
        <translation>‏{stage}، من {start} إلى {end}.</translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation>{weekday} {day}</translation>
    </message>
    <message>
        <source>“{policy}”, version {version}</source>
        <translation>‏«{policy}»، الإصدار {version}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Choose one from the list, or begin a new one.</source>
        <translation>اختر حالة من القائمة، أو ابدأ حالة جديدة.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>حالة جديدة</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>لا حالة مفتوحة</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>بحث: {words}</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>تم التراجع.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Administrator</source>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>All open cases</source>
        <translation>كل الحالات المفتوحة</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>شراء</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>الفرع</translation>
    </message>
    <message>
        <source>Breaching soon</source>
        <translation>تقترب من الموعد</translation>
    </message>
    <message>
        <source>Central support</source>
        <translation>الدعم المركزي</translation>
    </message>
    <message>
        <source>Certified partner</source>
        <translation>شريك معتمد</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>مستشار</translation>
    </message>
    <message>
        <source>Developer liaison</source>
        <translation>منسّق التطوير</translation>
    </message>
    <message>
        <source>Due within 2 hours</source>
        <translation>خلال ساعتين</translation>
    </message>
    <message>
        <source>Field engineer</source>
        <translation>مهندس ميداني</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>الرد الأول</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>بفاتورة</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>آخر نشاط</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>لاحقًا اليوم</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>مدير</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>في الموعد</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فات الموعد</translation>
    </message>
    <message>
        <source>My open cases</source>
        <translation>حالاتي المفتوحة</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>أقرب موعد</translation>
    </message>
    <message>
        <source>Next update</source>
        <translation>التحديث التالي</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>بلا مهلة</translation>
    </message>
    <message>
        <source>No severity</source>
        <translation>بلا خطورة</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>بلا تغطية</translation>
    </message>
    <message>
        <source>Not covered, to be settled</source>
        <translation>بلا تغطية، بانتظار التسوية</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>Paid incident</source>
        <translation>واقعة مدفوعة</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>إرجاع</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>سارية</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Season ticket</source>
        <translation>باقة الوقائع</translation>
    </message>
    <message>
        <source>Service contract</source>
        <translation>عقد الخدمة</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>تسوية</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Severity 1, critical</source>
        <translation>الخطورة 1، حرجة</translation>
    </message>
    <message>
        <source>Severity 2, high</source>
        <translation>الخطورة 2، عالية</translation>
    </message>
    <message>
        <source>Severity 3, medium</source>
        <translation>الخطورة 3، متوسطة</translation>
    </message>
    <message>
        <source>Severity 4, low</source>
        <translation>الخطورة 4، منخفضة</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقفت</translation>
    </message>
    <message>
        <source>Support officer</source>
        <translation>موظف دعم</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>هذا الأسبوع</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسندة</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>استخدام</translation>
    </message>
    <message>
        <source>Used again after a merge was undone</source>
        <translation>استخدام مجدد بعد التراجع عن دمج</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>بانتظار العميل</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>الضمان</translation>
    </message>
    <message>
        <source>Warranty, first year</source>
        <translation>الضمان، السنة الأولى</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>duplicate of</source>
        <translation>مكرّرة عن</translation>
    </message>
    <message>
        <source>email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>تلي</translation>
    </message>
    <message>
        <source>import</source>
        <translation>الاستيراد</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>الإنترنت</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>مدموجة في</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>portal</source>
        <translation>البوابة</translation>
    </message>
    <message>
        <source>related</source>
        <translation>ذات صلة</translation>
    </message>
    <message>
        <source>remote session</source>
        <translation>جلسة عن بُعد</translation>
    </message>
    <message>
        <source>same cause</source>
        <translation>السبب نفسه</translation>
    </message>
    <message>
        <source>split from</source>
        <translation>مفصولة من</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>زيارة</translation>
    </message>
    <message>
        <source>{said}: {more}</source>
        <translation>{said}: {more}</translation>
    </message>
</context>
</TS>
