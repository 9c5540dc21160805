BEGIN TRANSACTION;
PRAGMA application_id = 1396982850;
PRAGMA user_version = 9;
CREATE TABLE adjustment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
        task_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        title TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        reason TEXT NOT NULL,
        reasoned TEXT NOT NULL,
        UNIQUE (version_id, task_id, title)
    ) STRICT
    ;
CREATE TABLE alias (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        unit_code TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "alias" VALUES(1,'甲局','city.a');
INSERT INTO "alias" VALUES(2,'老甲局','city.a');
CREATE TABLE assignment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        role TEXT NOT NULL,
        basis TEXT NOT NULL,
        source_unit TEXT NOT NULL,
        reason TEXT NOT NULL,
        scope TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "assignment" VALUES(1,1,0,'市甲局','lead','stated','甲厅','甲厅→市甲局','网店');
INSERT INTO "assignment" VALUES(2,1,1,'市乙局','cooperating','proposed','','','');
INSERT INTO "assignment" VALUES(3,2,0,'市甲局','lead','stated','甲厅','甲厅→市甲局','网店');
INSERT INTO "assignment" VALUES(4,2,1,'市乙局','cooperating','proposed','','','');
CREATE TABLE audit (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        old TEXT,
        new TEXT,
        hash TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "audit" VALUES(1,'2026-06-30T09:00:30+00:00','导入','source',1,NULL,'{"id":1,"name":"云泽省\"要点\".docx","sha256":"abababababababababababababababababababababababababababababababab","format":"docx","encoding":null,"warnings":"[\"有一处图片没有读入。\", \"有修订痕迹。\"]","blocks":"[[0,11,\"paragraph\"],[12,20,\"row\"],[21,25,\"note\"]]","raw":"一、守护''云泽''市场\n(一)清理网店. 限期\t完成𠀀\n甲厅牵头\n","content":"sha256:9366ca2c85398f2163c113f0ad1306587f5ea381e9b496ea877d6fd26cf68912"}','c4dbbbf6890d59fb7cf636ec8ec48c38b059c9ff2336c97365bc9c441a9dfcd7');
INSERT INTO "audit" VALUES(2,'2026-06-30T09:00:30+00:00','导入','plan',1,NULL,'{"id":1,"source_id":1,"imported_on":"2026-06-30","title":"云泽省要点","document_number":"云双打办〔2026〕1号","issuer":"云泽省双打办","issued_on":"2026-03-01","plan_year":2026,"level":"province","kind":"key_points","text":"一、保卫''''市场\n(一)清理网店. 限期\t完成𠀀\n甲厅牵头\n","starts":"sha256:0c1e109e0a6177ee10258448e9e202321efe609badded1a09b925c3440287fd8","lengths":"sha256:f862f06246bcb75cb3dfef79e72bdc3cb71ce3ea1e874c70f7a8e6a51e0ea233"}','984aaba9d280e7811c3aeea25686719af790ff8f51a328612714a3286f750509');
INSERT INTO "audit" VALUES(3,'2026-06-30T09:00:30+00:00','导入','repair',1,NULL,'{"id":1,"plan_id":1,"position":0,"rule":"widths","before":"守护","after":"保卫","start":2,"stop":4,"certain":1}','d24de7819eb59631547bc75415e7bf75061654f0fd9192183097dac74926957d');
INSERT INTO "audit" VALUES(4,'2026-06-30T09:00:30+00:00','导入','repair',2,NULL,'{"id":2,"plan_id":1,"position":1,"rule":"glosses","before":"云泽","after":"","start":5,"stop":7,"certain":0}','63b70eb5059c6164c9b0b9b4ec7455c1194cf75fb1c99970e25c3844df2eb3ea');
INSERT INTO "audit" VALUES(5,'2026-06-30T09:00:30+00:00','导入','section',1,NULL,'{"id":1,"plan_id":1,"position":0,"level":1,"label":"一","heading":"守护市场","start":0,"stop":11,"parent":null}','5a7129d71512ade0b7f42feb3dc509a5c9ef45cb39937320424948b2fc6e297d');
INSERT INTO "audit" VALUES(6,'2026-06-30T09:00:30+00:00','导入','section',2,NULL,'{"id":2,"plan_id":1,"position":1,"level":2,"label":"(一)","heading":"清理网店","start":12,"stop":20,"parent":0}','ab978ae2811494a8f704a342c024ca907db3a3324bfdc74dff6971ac4e3f7399');
INSERT INTO "audit" VALUES(7,'2026-06-30T09:00:30+00:00','导入','section',3,NULL,'{"id":3,"plan_id":1,"position":2,"level":3,"label":"2","heading":"","start":21,"stop":22,"parent":1}','3c887dd0ea1a557b3e2aea223a6e490f728c2335bb1aac3fe8519e9c9ff87fcd');
INSERT INTO "audit" VALUES(8,'2026-06-30T09:00:30+00:00','导入','measure',1,NULL,'{"id":1,"plan_id":1,"position":0,"key":12,"title":"清理网店","text":"清理网店,三成以上整改。","start":12,"stop":25,"section":1,"clause":"(甲厅牵头,乙厅等配合)","open_ended":1}','bbe9b05a1fbe30e6d4a4287b7b7b6c69b775b2cab4e6aebaa72908a1d2a6861c');
INSERT INTO "audit" VALUES(9,'2026-06-30T09:00:30+00:00','导入','measure',2,NULL,'{"id":2,"plan_id":1,"position":1,"key":21,"title":"","text":"甲厅牵头","start":21,"stop":25,"section":null,"clause":null,"open_ended":0}','fb0ff8e99aabfce0712e9cba59f2beb76dda61799ef9bc551381c982878bb38e');
INSERT INTO "audit" VALUES(10,'2026-06-30T09:00:30+00:00','导入','duty',1,NULL,'{"id":1,"measure_id":1,"position":0,"unit":"甲厅","role":"lead","scope":null}','843e30973f1d73338b0415729f701943229a945ab0e729f11e795bd105cd3db6');
INSERT INTO "audit" VALUES(11,'2026-06-30T09:00:30+00:00','导入','duty',2,NULL,'{"id":2,"measure_id":1,"position":1,"unit":"乙厅","role":"cooperating","scope":"网店部分"}','eabc494cbeb6f7f8f4488835dfda0293f03ba2d308c0b7bbd9e86945c5735413');
INSERT INTO "audit" VALUES(12,'2026-06-30T09:00:30+00:00','导入','deadline',1,NULL,'{"id":1,"measure_id":1,"position":0,"text":"九月底前","due_on":"2026-09-30","soft":1}','901756425cecbbb08fe29df0cdc398c1543e516435e014675d1a9aaa38422e65');
INSERT INTO "audit" VALUES(13,'2026-06-30T09:00:30+00:00','导入','recurrence',1,NULL,'{"id":1,"measure_id":1,"position":0,"text":"每季度","every":"P3M"}','7c9f9c926c800445187f9e299251851ee4144cd66a2b35729229e3ee1342aa9e');
INSERT INTO "audit" VALUES(14,'2026-06-30T09:00:30+00:00','导入','target',1,NULL,'{"id":1,"measure_id":1,"position":0,"name":"整改率","operator":">=","value":30.1,"unit":"%","text":"三成以上"}','0bb62a73af9e3b6a261addd5fcce92e8aa5c8f4b8ec4b6959384e87301f1cd73');
INSERT INTO "audit" VALUES(15,'2026-06-30T09:00:30+00:00','导入','target',2,NULL,'{"id":2,"measure_id":1,"position":1,"name":"件数","operator":"=","value":1.0e-07,"unit":"件","text":"若干"}','88d391c2ac6a7226393183cecfe37d030845896394607977017970e851457511');
INSERT INTO "audit" VALUES(16,'2026-06-30T09:00:30+00:00','导入','finding',1,NULL,'{"id":1,"plan_id":1,"measure_id":null,"position":0,"code":"numbering","severity":"hint","message":"缺(二)","start":0,"stop":1}','957289f4b79ff94f62c4075f19c0f24396e504d577ef07ba6037b112a541ec60');
INSERT INTO "audit" VALUES(17,'2026-06-30T09:00:30+00:00','导入','finding',2,NULL,'{"id":2,"plan_id":1,"measure_id":1,"position":0,"code":"vague-target","severity":"doubt","message":"三成是比例还是数量?","start":13,"stop":15}','e0543fee370c04bacdcfc8c2130ad6765dc215d0de01ae2e1990ec7bc4c62880');
INSERT INTO "audit" VALUES(18,'2026-06-30T09:00:30+00:00','分解','task',1,NULL,'{"id":1,"number":1,"title":"清理网店","text":"清理本市网店。\n分''两''批","due_on":"2026-09-30","due_basis":"stated","due_text":"九月底前","recurrence":"P3M","status":"ongoing","applicable":0,"dropped_reason":"","reason":"国家层面的事项"}','508c4f101f698506e9a92eddfb820d91b17bcacb6dc4792c9b91981c50276aae');
INSERT INTO "audit" VALUES(19,'2026-06-30T09:00:30+00:00','分解','task',2,NULL,'{"id":2,"number":2,"title":"清理网店","text":"清理本市网店。\n分''两''批","due_on":"2026-09-30","due_basis":"stated","due_text":"九月底前","recurrence":"P3M","status":"ongoing","applicable":0,"dropped_reason":"","reason":"国家层面的事项"}','fc1ce5db1364211116ad5c8fc3552d2af1e1d5a67f422282f36a6baa8609728e');
INSERT INTO "audit" VALUES(20,'2026-06-30T09:00:30+00:00','分解','task_source',1,NULL,'{"id":1,"task_id":1,"position":0,"plan_id":1,"measure_key":12}','4e9ee45d54fed3619bdbf398cb6d7fd663c72f1c40da6dd771f18f74e4a27244');
INSERT INTO "audit" VALUES(21,'2026-06-30T09:00:30+00:00','分解','task_source',2,NULL,'{"id":2,"task_id":2,"position":0,"plan_id":1,"measure_key":12}','288ba17f5b7d42d385820ea50789786b7bc5a4341f2eb7e603ebb87a75833c59');
INSERT INTO "audit" VALUES(22,'2026-06-30T09:00:30+00:00','分解','assignment',1,NULL,'{"id":1,"task_id":1,"position":0,"unit":"市甲局","role":"lead","basis":"stated","source_unit":"甲厅","reason":"甲厅→市甲局","scope":"网店"}','306e2789bdcf1df06a9f628ef8e01e7af78adbef49b19d239efa1c76522fa707');
INSERT INTO "audit" VALUES(23,'2026-06-30T09:00:30+00:00','分解','assignment',2,NULL,'{"id":2,"task_id":1,"position":1,"unit":"市乙局","role":"cooperating","basis":"proposed","source_unit":"","reason":"","scope":""}','eb6501545641a850b6e62b4084429dc789488e9bf30cffc060c3cf9860896494');
INSERT INTO "audit" VALUES(24,'2026-06-30T09:00:30+00:00','分解','assignment',3,NULL,'{"id":3,"task_id":2,"position":0,"unit":"市甲局","role":"lead","basis":"stated","source_unit":"甲厅","reason":"甲厅→市甲局","scope":"网店"}','960e7551a6e4c867138a6de0a06b57d55dabaa9528b58cbb50bc9d7ad5664cd1');
INSERT INTO "audit" VALUES(25,'2026-06-30T09:00:30+00:00','分解','assignment',4,NULL,'{"id":4,"task_id":2,"position":1,"unit":"市乙局","role":"cooperating","basis":"proposed","source_unit":"","reason":"","scope":""}','629012176e17e94b84dff04b136918683192e895616ab417644f9b4b824e3398');
INSERT INTO "audit" VALUES(26,'2026-06-30T09:00:30+00:00','分解','task_target',1,NULL,'{"id":1,"task_id":1,"position":0,"name":"整改率","operator":">=","value":30.1,"unit":"%","text":"三成以上"}','149b97740736143b2bf627719ff1c0f88b5ecb4f9fb6308090583955fa7f5e5a');
INSERT INTO "audit" VALUES(27,'2026-06-30T09:00:30+00:00','分解','task_target',2,NULL,'{"id":2,"task_id":2,"position":0,"name":"整改率","operator":">=","value":30.1,"unit":"%","text":"三成以上"}','5aa8afeed879ef6b6f705a2bae145a64afc1fe19cbcdcfeb9c70ed2a7190e86f');
INSERT INTO "audit" VALUES(28,'2026-06-30T09:00:30+00:00','分解','rewording',1,NULL,'{"id":1,"task_id":1,"position":0,"before":"全省","after":"全市"}','d9e2d5f6cbb19305fbab273c9d6814a2a08f1572598f04990e577a232c5076f0');
INSERT INTO "audit" VALUES(29,'2026-06-30T09:00:30+00:00','分解','rewording',2,NULL,'{"id":2,"task_id":2,"position":0,"before":"全省","after":"全市"}','8036ae7ec3c1c2c7d1f66aa7ddab23054dbdf25cac422e399429fa143b141480');
INSERT INTO "audit" VALUES(30,'2026-06-30T09:00:30+00:00','其余','unit',1,NULL,'{"id":1,"code":"city.b","name":"市乙局","level":"city","kind":"department","short_name":"","domain":"","protocol_order":2,"active_from":null,"active_until":null,"contact":"","phone":"","note":""}','831be5d695c8c8b0dbbcd98eee1a06b51c52859752a1d93e9ddaac26301d8526');
INSERT INTO "audit" VALUES(31,'2026-06-30T09:00:30+00:00','其余','unit',2,NULL,'{"id":2,"code":"city.a","name":"市甲局","level":"city","kind":"own_name","short_name":"甲局","domain":"网店","protocol_order":5,"active_from":"2018-10-01","active_until":"2030-01-01","contact":"张某","phone":"0000-1","note":"备注"}','54e8f64070ebd91a09607d7bf333b0f2ea219c5deec9663eda4807f4baab428f');
INSERT INTO "audit" VALUES(32,'2026-06-30T09:00:30+00:00','其余','unit',3,NULL,'{"id":3,"code":"city.all","name":"各成员单位","level":"city","kind":"collective","short_name":"","domain":"","protocol_order":9,"active_from":null,"active_until":null,"contact":"","phone":"","note":""}','c953f3dfd8d0eb29c2aacfcd07c5cda44b2e6903e4754b1ccaedde24fc6aaf7d');
INSERT INTO "audit" VALUES(33,'2026-06-30T09:00:30+00:00','其余','group_member',1,NULL,'{"id":1,"unit_id":3,"position":0,"member":"city.b"}','f554f741c39322aa2a2a15bc723970624a668e02c3a5032002263d968198002d');
INSERT INTO "audit" VALUES(34,'2026-06-30T09:00:30+00:00','其余','group_member',2,NULL,'{"id":2,"unit_id":3,"position":1,"member":"city.a"}','890f9ae11fb9716405841e2f8cb5e6244e416e701d82e7fa2d7f454900838196');
INSERT INTO "audit" VALUES(35,'2026-06-30T09:00:30+00:00','其余','alias',1,NULL,'{"id":1,"name":"甲局","unit_code":"city.a"}','c405bcc215674ec3f9649925e9eafddb77a9bc8f03e3d0ac7e20800dc63090f7');
INSERT INTO "audit" VALUES(36,'2026-06-30T09:00:30+00:00','其余','alias',2,NULL,'{"id":2,"name":"老甲局","unit_code":"city.a"}','0542d3b69d5688cfd13fe008979fb7326fea79135591b1c2d079e5a24cb72da3');
INSERT INTO "audit" VALUES(37,'2026-06-30T09:00:30+00:00','其余','succession',1,NULL,'{"id":1,"predecessor":"province.x","successor":"province.a","effective_on":"2018-10-01","note":"机构改革"}','1e1ae32fefa42339ac8bf7f36d21db0b6b8d2887c855b7946710f2253bebaa21');
INSERT INTO "audit" VALUES(38,'2026-06-30T09:00:30+00:00','其余','counterpart',1,NULL,'{"id":1,"higher":"province.a","lower":"city.a","condition":"有海关的市","note":"备注","decided_on":null}','6a79ce9d0b97925d5c4e0bdd588c7033fd6936a7ed26352be1c53ba368ec8f72');
INSERT INTO "audit" VALUES(39,'2026-06-30T09:00:30+00:00','其余','settings',2,NULL,'{"id":2,"key":"province","value":"云泽省"}','e614d0397b7080ea311dcd04f95dd3ba9219ec093f1a721393555c740da71a88');
INSERT INTO "audit" VALUES(40,'2026-06-30T09:00:30+00:00','其余','settings',3,NULL,'{"id":3,"key":"city","value":"云泽市"}','1a8b42a0afc573cceeb251b6f144bd18704300398c1ad97b614fbf691adbc565');
INSERT INTO "audit" VALUES(41,'2026-06-30T09:00:30+00:00','其余','progress_entry',1,NULL,'{"id":1,"task_id":1,"unit":"市甲局","reported_on":"2026-06-30","percent":40,"note":"已''查''3家\n","recorded_at":"2026-06-30T09:00:30+00:00","period":""}','2c6688f727d1941e471af55df7934454ccd3b2b29d06abb5aca47aff8e1a38e3');
INSERT INTO "audit" VALUES(42,'2026-06-30T09:00:30+00:00','裁定','decision',1,NULL,'{"id":1,"plan_id":1,"kind":"set_field","at":0,"value":"{\"field\": \"title\", \"value\": \"改过的标题\"}","decided_at":"2026-06-30T09:00:30+00:00"}','1c74fc306a50dbd7c730c6e6b42687513c91803499cd644c0cef372dbd7495fb');
CREATE TABLE consultation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL UNIQUE REFERENCES version (id) ON DELETE CASCADE,
        sent_on TEXT NOT NULL,
        due_on TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE consulted_unit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        consultation_id INTEGER NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        replied_on TEXT,
        source TEXT NOT NULL,
        UNIQUE (consultation_id, unit)
    ) STRICT
    ;
CREATE TABLE counterpart (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        higher TEXT NOT NULL,
        lower TEXT NOT NULL,
        condition TEXT NOT NULL,
        note TEXT NOT NULL
    , decided_on TEXT) STRICT
    ;
INSERT INTO "counterpart" VALUES(1,'province.a','city.a','有海关的市','备注',NULL);
CREATE TABLE deadline (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        due_on TEXT NOT NULL,
        soft INTEGER NOT NULL CHECK (soft IN (0, 1))
    ) STRICT
    ;
INSERT INTO "deadline" VALUES(1,1,0,'九月底前','2026-09-30',1);
CREATE TABLE decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        value TEXT NOT NULL,
        decided_at TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "decision" VALUES(1,1,'set_field',0,'{"field": "title", "value": "改过的标题"}','2026-06-30T09:00:30+00:00');
CREATE VIRTUAL TABLE derived_search_entry USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    );
CREATE VIRTUAL TABLE derived_search_measure USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    );
CREATE VIRTUAL TABLE derived_search_move USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    );
CREATE VIRTUAL TABLE derived_search_plan USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    );
CREATE VIRTUAL TABLE derived_search_task USING fts5 (
        grams, content = '', detail = none, tokenize = "unicode61 remove_diacritics 0"
    );
CREATE TABLE derived_state (id INTEGER PRIMARY KEY, head TEXT NOT NULL) STRICT;
INSERT INTO "derived_state" VALUES(1,'1c74fc306a50dbd7c730c6e6b42687513c91803499cd644c0cef372dbd7495fb');
CREATE TABLE dispatch (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        period TEXT NOT NULL,
        unit TEXT NOT NULL,
        kind TEXT NOT NULL,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        due_on TEXT NOT NULL,
        sent_at TEXT NOT NULL,
        sent_by TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE duty (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        role TEXT NOT NULL,
        scope TEXT
    ) STRICT
    ;
INSERT INTO "duty" VALUES(1,1,0,'甲厅','lead',NULL);
INSERT INTO "duty" VALUES(2,1,1,'乙厅','cooperating','网店部分');
CREATE TABLE evidence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        caption TEXT NOT NULL,
        added_at TEXT NOT NULL,
        UNIQUE (task_id, sha256)
    ) STRICT
    ;
CREATE TABLE export (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL,
        action TEXT NOT NULL,
        file TEXT NOT NULL,
        folder TEXT NOT NULL,
        at TEXT NOT NULL,
        about TEXT NOT NULL,
        line_count INTEGER NOT NULL,
        snapshot TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE finding (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        measure_id INTEGER REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        severity TEXT NOT NULL,
        message TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "finding" VALUES(1,1,NULL,0,'numbering','hint','缺(二)',0,1);
INSERT INTO "finding" VALUES(2,1,1,0,'vague-target','doubt','三成是比例还是数量?',13,15);
CREATE TABLE group_member (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        member TEXT NOT NULL,
        UNIQUE (unit_id, position)
    ) STRICT
    ;
INSERT INTO "group_member" VALUES(1,3,0,'city.b');
INSERT INTO "group_member" VALUES(2,3,1,'city.a');
CREATE TABLE layout (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sheet TEXT NOT NULL,
        name TEXT NOT NULL,
        columns TEXT NOT NULL,
        paper TEXT NOT NULL,
        title TEXT NOT NULL,
        label TEXT NOT NULL,
        UNIQUE (sheet, name)
    ) STRICT
    ;
CREATE TABLE measure (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        key INTEGER NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        section INTEGER,
        clause TEXT,
        open_ended INTEGER NOT NULL CHECK (open_ended IN (0, 1)),
        UNIQUE (plan_id, position)
    ) STRICT
    ;
INSERT INTO "measure" VALUES(1,1,0,12,'清理网店','清理网店,三成以上整改。',12,25,1,'(甲厅牵头,乙厅等配合)',1);
INSERT INTO "measure" VALUES(2,1,1,21,'','甲厅牵头',21,25,NULL,NULL,0);
CREATE TABLE opinion (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        consultation_id INTEGER NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        unit TEXT NOT NULL,
        task_id INTEGER,
        about TEXT NOT NULL,
        stance TEXT NOT NULL,
        proposal TEXT NOT NULL,
        reason TEXT NOT NULL,
        doubt TEXT NOT NULL,
        outcome TEXT NOT NULL,
        outcome_reason TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE own_passage (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        tags TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE own_template (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    ;
CREATE TABLE paper_dress (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        value TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE paper_edit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft TEXT NOT NULL,
        position INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        anchor TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT
    ;
CREATE TABLE plan (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES source (id),
        imported_on TEXT NOT NULL,
        title TEXT,
        document_number TEXT,
        issuer TEXT,
        issued_on TEXT,
        plan_year INTEGER,
        level TEXT,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        starts BLOB NOT NULL,
        lengths BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "plan" VALUES(1,1,'2026-06-30','云泽省要点','云双打办〔2026〕1号','云泽省双打办','2026-03-01',2026,'province','key_points','一、保卫''''市场
(一)清理网店. 限期	完成𠀀
甲厅牵头
',X'789C636060606044C3CC58C4A88D01080C0020',X'789C63641818000000F00002');
CREATE TABLE progress_entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        unit TEXT NOT NULL,
        reported_on TEXT NOT NULL,
        percent INTEGER NOT NULL,
        note TEXT NOT NULL,
        recorded_at TEXT
    , period TEXT NOT NULL DEFAULT '') STRICT
    ;
INSERT INTO "progress_entry" VALUES(1,1,'市甲局','2026-06-30',40,'已''查''3家
','2026-06-30T09:00:30+00:00','');
CREATE TABLE proposal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        rule TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        before TEXT NOT NULL,
        candidates TEXT NOT NULL,
        evidence TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE recurrence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        every TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "recurrence" VALUES(1,1,0,'每季度','P3M');
CREATE TABLE repair (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        rule TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        certain INTEGER NOT NULL CHECK (certain IN (0, 1))
    ) STRICT
    ;
INSERT INTO "repair" VALUES(1,1,0,'widths','守护','保卫',2,4,1);
INSERT INTO "repair" VALUES(2,1,1,'glosses','云泽','',5,7,0);
CREATE TABLE return_value (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        return_id INTEGER NOT NULL REFERENCES unit_return (id) ON DELETE CASCADE,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        unit TEXT NOT NULL,
        period TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        raw TEXT NOT NULL,
        place TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE returned_file (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        format TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    ;
CREATE TABLE rewording (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "rewording" VALUES(1,1,0,'全省','全市');
INSERT INTO "rewording" VALUES(2,2,0,'全省','全市');
CREATE TABLE rule_use (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        rule_id INTEGER NOT NULL REFERENCES taught_rule (id) ON DELETE CASCADE,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        times INTEGER NOT NULL,
        used_on TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        page TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        UNIQUE (page, name)
    ) STRICT
    ;
CREATE TABLE section (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        level INTEGER NOT NULL,
        label TEXT NOT NULL,
        heading TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        parent INTEGER,
        UNIQUE (plan_id, position)
    ) STRICT
    ;
INSERT INTO "section" VALUES(1,1,0,1,'一','守护市场',0,11,NULL);
INSERT INTO "section" VALUES(2,1,1,2,'(一)','清理网店',12,20,0);
INSERT INTO "section" VALUES(3,1,2,3,'2','',21,22,1);
CREATE TABLE settings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "settings" VALUES(1,'database_id','785650e9fc5f183407aee472743329d7');
INSERT INTO "settings" VALUES(2,'province','云泽省');
INSERT INTO "settings" VALUES(3,'city','云泽市');
CREATE TABLE source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        format TEXT NOT NULL,
        encoding TEXT,
        warnings TEXT NOT NULL,
        blocks TEXT NOT NULL,
        raw TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "source" VALUES(1,'云泽省"要点".docx','abababababababababababababababababababababababababababababababab','docx',NULL,'["有一处图片没有读入。", "有修订痕迹。"]','[[0,11,"paragraph"],[12,20,"row"],[21,25,"note"]]','一、守护''云泽''市场
(一)清理网店. 限期	完成𠀀
甲厅牵头
',X'504B030400FF2722');
CREATE TABLE special_day (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        source TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE succession (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        predecessor TEXT NOT NULL,
        successor TEXT NOT NULL,
        effective_on TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "succession" VALUES(1,'province.x','province.a','2018-10-01','机构改革');
CREATE TABLE target (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        operator TEXT NOT NULL,
        value REAL NOT NULL,
        unit TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "target" VALUES(1,1,0,'整改率','>=',30.1,'%','三成以上');
INSERT INTO "target" VALUES(2,1,1,'件数','=',1.0e-07,'件','若干');
CREATE TABLE target_actual (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        unit TEXT NOT NULL,
        period TEXT NOT NULL,
        value REAL NOT NULL,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE target_way (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        way TEXT NOT NULL,
        UNIQUE (task_id, target)
    ) STRICT
    ;
CREATE TABLE task (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        due_on TEXT,
        due_basis TEXT NOT NULL,
        due_text TEXT NOT NULL,
        recurrence TEXT NOT NULL,
        status TEXT NOT NULL,
        applicable INTEGER NOT NULL CHECK (applicable IN (0, 1)),
        dropped_reason TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "task" VALUES(1,1,'清理网店','清理本市网店。
分''两''批','2026-09-30','stated','九月底前','P3M','ongoing',0,'','国家层面的事项');
INSERT INTO "task" VALUES(2,2,'清理网店','清理本市网店。
分''两''批','2026-09-30','stated','九月底前','P3M','ongoing',0,'','国家层面的事项');
CREATE TABLE task_move (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        moved_on TEXT NOT NULL,
        who TEXT NOT NULL,
        reason TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        due_before TEXT,
        due_after TEXT,
        recorded_at TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE task_source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        measure_key INTEGER NOT NULL,
        UNIQUE (task_id, position)
    ) STRICT
    ;
INSERT INTO "task_source" VALUES(1,1,0,1,12);
INSERT INTO "task_source" VALUES(2,2,0,1,12);
CREATE TABLE task_target (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        operator TEXT NOT NULL,
        value REAL NOT NULL,
        unit TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "task_target" VALUES(1,1,0,'整改率','>=',30.1,'%','三成以上');
INSERT INTO "task_target" VALUES(2,2,0,'整改率','>=',30.1,'%','三成以上');
CREATE TABLE taught_rule (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        lesson TEXT NOT NULL,
        words TEXT NOT NULL,
        meaning TEXT NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1)),
        taught_on TEXT NOT NULL,
        UNIQUE (lesson, words)
    ) STRICT
    ;
CREATE TABLE unit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        kind TEXT NOT NULL,
        short_name TEXT NOT NULL,
        domain TEXT NOT NULL,
        protocol_order INTEGER NOT NULL,
        active_from TEXT,
        active_until TEXT,
        contact TEXT NOT NULL,
        phone TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "unit" VALUES(1,'city.b','市乙局','city','department','','',2,NULL,NULL,'','','');
INSERT INTO "unit" VALUES(2,'city.a','市甲局','city','own_name','甲局','网店',5,'2018-10-01','2030-01-01','张某','0000-1','备注');
INSERT INTO "unit" VALUES(3,'city.all','各成员单位','city','collective','','',9,NULL,NULL,'','','');
CREATE TABLE unit_return (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file_id INTEGER NOT NULL REFERENCES returned_file (id) ON DELETE CASCADE,
        period TEXT NOT NULL,
        unit TEXT NOT NULL,
        kind TEXT NOT NULL,
        received_on TEXT NOT NULL,
        filled_by TEXT NOT NULL,
        oddities TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        number INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        digest TEXT NOT NULL,
        note TEXT NOT NULL,
        UNIQUE (plan_id, kind, number)
    ) STRICT
    ;
CREATE TABLE version_task (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        task_id INTEGER NOT NULL,
        line TEXT NOT NULL,
        UNIQUE (version_id, position)
    ) STRICT
    ;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('alias',2);
INSERT INTO "sqlite_sequence" VALUES('assignment',4);
INSERT INTO "sqlite_sequence" VALUES('counterpart',1);
INSERT INTO "sqlite_sequence" VALUES('deadline',1);
INSERT INTO "sqlite_sequence" VALUES('decision',1);
INSERT INTO "sqlite_sequence" VALUES('duty',2);
INSERT INTO "sqlite_sequence" VALUES('export',0);
INSERT INTO "sqlite_sequence" VALUES('finding',2);
INSERT INTO "sqlite_sequence" VALUES('group_member',2);
INSERT INTO "sqlite_sequence" VALUES('measure',2);
INSERT INTO "sqlite_sequence" VALUES('plan',1);
INSERT INTO "sqlite_sequence" VALUES('progress_entry',1);
INSERT INTO "sqlite_sequence" VALUES('recurrence',1);
INSERT INTO "sqlite_sequence" VALUES('repair',2);
INSERT INTO "sqlite_sequence" VALUES('rewording',2);
INSERT INTO "sqlite_sequence" VALUES('section',3);
INSERT INTO "sqlite_sequence" VALUES('settings',3);
INSERT INTO "sqlite_sequence" VALUES('source',1);
INSERT INTO "sqlite_sequence" VALUES('succession',1);
INSERT INTO "sqlite_sequence" VALUES('target',2);
INSERT INTO "sqlite_sequence" VALUES('task',2);
INSERT INTO "sqlite_sequence" VALUES('task_source',2);
INSERT INTO "sqlite_sequence" VALUES('task_target',2);
INSERT INTO "sqlite_sequence" VALUES('unit',3);
CREATE INDEX alias_unit ON alias (unit_code);
CREATE INDEX assignment_task ON assignment (task_id, position);
CREATE INDEX assignment_unit ON assignment (unit);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;
CREATE INDEX deadline_measure ON deadline (measure_id, position);
CREATE INDEX decision_plan ON decision (plan_id, id);
CREATE INDEX dispatch_period ON dispatch (period, unit);
CREATE INDEX duty_measure ON duty (measure_id, position);
CREATE INDEX export_document ON export (document, id);
CREATE INDEX finding_measure ON finding (measure_id, position);
CREATE INDEX finding_plan ON finding (plan_id, position);
CREATE INDEX opinion_of ON opinion (consultation_id, position);
CREATE INDEX paper_edit_draft ON paper_edit (draft, position);
CREATE INDEX plan_imported ON plan (imported_on);
CREATE INDEX plan_source ON plan (source_id);
CREATE INDEX progress_entry_latest ON progress_entry (task_id, unit, reported_on, id);
CREATE INDEX progress_entry_task ON progress_entry (task_id, reported_on, id);
CREATE INDEX proposal_plan ON proposal (plan_id, position);
CREATE INDEX recurrence_measure ON recurrence (measure_id, position);
CREATE INDEX repair_plan ON repair (plan_id, position);
CREATE INDEX return_value_cell ON return_value (unit, task_id, period);
CREATE INDEX return_value_period ON return_value (period);
CREATE INDEX return_value_return ON return_value (return_id);
CREATE INDEX return_value_task ON return_value (task_id);
CREATE INDEX rewording_task ON rewording (task_id, position);
CREATE INDEX rule_use_plan ON rule_use (plan_id);
CREATE INDEX rule_use_rule ON rule_use (rule_id);
CREATE INDEX source_sha256 ON source (sha256);
CREATE INDEX target_actual_task ON target_actual (task_id, id);
CREATE INDEX target_measure ON target (measure_id, position);
CREATE INDEX task_move_task ON task_move (task_id, id);
CREATE INDEX task_running ON task (id) WHERE status NOT IN ('closed', 'carried');
CREATE INDEX task_source_plan ON task_source (plan_id, position);
CREATE INDEX task_move_day ON task_move (moved_on, task_id);
CREATE INDEX task_target_task ON task_target (task_id, position);
CREATE INDEX unit_return_file ON unit_return (file_id);
CREATE INDEX unit_return_period ON unit_return (period, unit);
CREATE INDEX unit_return_zero ON unit_return (unit, received_on, period) WHERE kind = 'zero'
    ;
CREATE UNIQUE INDEX version_task_of ON version_task (version_id, task_id);
COMMIT;
