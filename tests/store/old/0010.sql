BEGIN TRANSACTION;
PRAGMA application_id = 1396982850;
PRAGMA user_version = 10;
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
INSERT INTO "audit" VALUES(1,'2026-06-30T09:00:30+00:00','导入','source',1,NULL,'{"id":1,"name":"云泽省\"要点\".docx","sha256":"abababababababababababababababababababababababababababababababab","format":"docx","encoding":null,"warnings":"[\"有一处图片没有读入。\", \"有修订痕迹。\", [\"lost-line\", 2, 9, \"可能漏了一行。\"]]","blocks":"[[0,11,\"paragraph\"],[12,20,\"row\"],[21,25,\"note\"]]","raw":"一、守护''云泽''市场\n(一)清理网店. 限期\t完成𠀀\n甲厅牵头\n","content":"sha256:9366ca2c85398f2163c113f0ad1306587f5ea381e9b496ea877d6fd26cf68912"}','7c14466264248f3d28055a58b01dea09861e6fbf11f3419b84c239a9597a0014');
INSERT INTO "audit" VALUES(2,'2026-06-30T09:00:30+00:00','导入','plan',1,NULL,'{"id":1,"source_id":1,"imported_on":"2026-06-30","title":"云泽省要点","document_number":"云双打办〔2026〕1号","issuer":"云泽省双打办","issued_on":"2026-03-01","plan_year":2026,"level":"province","kind":"key_points","text":"一、保卫''''市场\n(一)清理网店. 限期\t完成𠀀\n甲厅牵头\n","starts":"sha256:0c1e109e0a6177ee10258448e9e202321efe609badded1a09b925c3440287fd8","lengths":"sha256:f862f06246bcb75cb3dfef79e72bdc3cb71ce3ea1e874c70f7a8e6a51e0ea233"}','4acbf5944cb8168d9f94b95fd17cb2c2dd4306aab117a96c0bd11044611bc24c');
INSERT INTO "audit" VALUES(3,'2026-06-30T09:00:30+00:00','导入','repair',1,NULL,'{"rows": 2, "digest": "sha256:33bcd9e53f9250e02c34df4727ca96aac0a83f55204065510ce30a29d533e2dc"}','b47b99c6a3e05158ba37a0a69bd69e99a6571b77f897421d383362e7659e8fdd');
INSERT INTO "audit" VALUES(4,'2026-06-30T09:00:30+00:00','导入','section',1,NULL,'{"rows": 3, "digest": "sha256:428101e35d100e68d3ece020b7c7067bf9ffa7e39e0efcd4ce37fa853d31d0ff"}','12b8a62c492b31ae5b0edbc095cba35f02509715a94e52643d0703cbe3504536');
INSERT INTO "audit" VALUES(5,'2026-06-30T09:00:30+00:00','导入','finding',1,NULL,'{"rows": 1, "digest": "sha256:56d643972e9bc983afa0156626d02c94fdd25b95240c10886e26844011ff64df"}','28c381e954291d79d07e180bdee46147c0620a8cd235132ca0f953b98ba6eba1');
INSERT INTO "audit" VALUES(6,'2026-06-30T09:00:30+00:00','导入','measure',1,NULL,'{"rows": 2, "digest": "sha256:9506a8b771c1cc011aaf79c8ed9ebc9e8ee8e0e89cdea7eea2903ed326e55bb3"}','98b9709ab57d2e9cccf0625849c25142f4342038ed43dc8095196fc1d697d76c');
INSERT INTO "audit" VALUES(7,'2026-06-30T09:00:30+00:00','导入','finding',2,NULL,'{"rows": 1, "digest": "sha256:f067ad2c9c76a71220364ed74db23732fb525dc37f358d62cf0a5ef89bd44411"}','9e7fe9ad1f309b33f7186fb418728bb59a35dd702fc807a8f7ec5b668b56ead8');
INSERT INTO "audit" VALUES(8,'2026-06-30T09:00:30+00:00','分解','task',1,NULL,'{"id":1,"number":1,"title":"清理网店","text":"清理本市网店。\n分''两''批","due_on":"2026-09-30","due_basis":"stated","due_text":"九月底前","recurrence":"P3M","status":"ongoing","applicable":0,"dropped_reason":"","reason":"国家层面的事项"}','64932c9edb79c7758cc65069f0849c969efe6978401274af2819b7352db1478d');
INSERT INTO "audit" VALUES(9,'2026-06-30T09:00:30+00:00','分解','task',2,NULL,'{"id":2,"number":2,"title":"清理网店","text":"清理本市网店。\n分''两''批","due_on":"2026-09-30","due_basis":"stated","due_text":"九月底前","recurrence":"P3M","status":"ongoing","applicable":0,"dropped_reason":"","reason":"国家层面的事项"}','797971815952a9a4455fe3c8bdcc3f26d93b04049a4c86f47be02d75e68fecf7');
INSERT INTO "audit" VALUES(10,'2026-06-30T09:00:30+00:00','分解','task_source',1,NULL,'{"id":1,"task_id":1,"position":0,"plan_id":1,"measure_key":12}','d84281fe0f81de0d98c469d8035616c49f70f622d2752035dcebfd03f30ca287');
INSERT INTO "audit" VALUES(11,'2026-06-30T09:00:30+00:00','分解','task_source',2,NULL,'{"id":2,"task_id":2,"position":0,"plan_id":1,"measure_key":12}','509bb700daad0888afa87a410ac16949ad8adeafe5e1ae4ee86ea06f0a6aa01f');
INSERT INTO "audit" VALUES(12,'2026-06-30T09:00:30+00:00','分解','assignment',1,NULL,'{"id":1,"task_id":1,"position":0,"unit":"市甲局","role":"lead","basis":"stated","source_unit":"甲厅","reason":"甲厅→市甲局","scope":"网店"}','3f72b3f6330c1620d6dee93d385adb0bbc1c80036fe2fac746dfbfee45672972');
INSERT INTO "audit" VALUES(13,'2026-06-30T09:00:30+00:00','分解','assignment',2,NULL,'{"id":2,"task_id":1,"position":1,"unit":"市乙局","role":"cooperating","basis":"proposed","source_unit":"","reason":"","scope":""}','7cd198dcdc90d084844d35cf0205598fb86aee7e66812e353d466285c67841c6');
INSERT INTO "audit" VALUES(14,'2026-06-30T09:00:30+00:00','分解','assignment',3,NULL,'{"id":3,"task_id":2,"position":0,"unit":"市甲局","role":"lead","basis":"stated","source_unit":"甲厅","reason":"甲厅→市甲局","scope":"网店"}','f86080876ddf271fec87cc8b7a58e0ae1b4b5cd19604ceb8dc4237ae325b20b2');
INSERT INTO "audit" VALUES(15,'2026-06-30T09:00:30+00:00','分解','assignment',4,NULL,'{"id":4,"task_id":2,"position":1,"unit":"市乙局","role":"cooperating","basis":"proposed","source_unit":"","reason":"","scope":""}','02b671947f53f5d6b19180436e1ace872c21aa48fec7efb9e3a5230773aedafb');
INSERT INTO "audit" VALUES(16,'2026-06-30T09:00:30+00:00','分解','task_target',1,NULL,'{"id":1,"task_id":1,"position":0,"name":"整改率","operator":">=","value":30.1,"unit":"%","text":"三成以上"}','d0822d0bfb0d124e3d2e545493e58749128909bd40210087dc768f9d03ca6af0');
INSERT INTO "audit" VALUES(17,'2026-06-30T09:00:30+00:00','分解','task_target',2,NULL,'{"id":2,"task_id":2,"position":0,"name":"整改率","operator":">=","value":30.1,"unit":"%","text":"三成以上"}','b528cd01e665eaa7cacfb998a2e882dbc10dd6a7c344b0e22a4e2fc69b98482e');
INSERT INTO "audit" VALUES(18,'2026-06-30T09:00:30+00:00','分解','rewording',1,NULL,'{"id":1,"task_id":1,"position":0,"before":"全省","after":"全市"}','b9cb74a82cd54c660356b77e332d8a09b62b572fc43c3e8180ef2c99d655c583');
INSERT INTO "audit" VALUES(19,'2026-06-30T09:00:30+00:00','分解','rewording',2,NULL,'{"id":2,"task_id":2,"position":0,"before":"全省","after":"全市"}','39431dac859eaef06616b5d4923b2c4b4e794dfdd8948fda1915194c60ce79f5');
INSERT INTO "audit" VALUES(20,'2026-06-30T09:00:30+00:00','其余','unit',1,NULL,'{"id":1,"code":"city.b","name":"市乙局","level":"city","kind":"department","short_name":"","domain":"","protocol_order":2,"active_from":null,"active_until":null,"contact":"","phone":"","note":""}','cdc8e066940f6d6fab3ff3a91f13993ad4bd36dd4f077e0f425d55626fc0b47b');
INSERT INTO "audit" VALUES(21,'2026-06-30T09:00:30+00:00','其余','unit',2,NULL,'{"id":2,"code":"city.a","name":"市甲局","level":"city","kind":"own_name","short_name":"甲局","domain":"网店","protocol_order":5,"active_from":"2018-10-01","active_until":"2030-01-01","contact":"张某","phone":"0000-1","note":"备注"}','c2888d22a6e009b89d649a8b03f3ee3b7d37a314093b1706e3d69ab4fc6c2e0f');
INSERT INTO "audit" VALUES(22,'2026-06-30T09:00:30+00:00','其余','unit',3,NULL,'{"id":3,"code":"city.all","name":"各成员单位","level":"city","kind":"collective","short_name":"","domain":"","protocol_order":9,"active_from":null,"active_until":null,"contact":"","phone":"","note":""}','6982d3db110326323dc569b009dc21a8d3109ec134bd258db83f54ee4f4a4be6');
INSERT INTO "audit" VALUES(23,'2026-06-30T09:00:30+00:00','其余','group_member',1,NULL,'{"id":1,"unit_id":3,"position":0,"member":"city.b"}','8188bab6613a27053f8fadab25239c6678b6c43a335fe0c09147804607d7a4bf');
INSERT INTO "audit" VALUES(24,'2026-06-30T09:00:30+00:00','其余','group_member',2,NULL,'{"id":2,"unit_id":3,"position":1,"member":"city.a"}','ae428bacd3331bedbb57e59aa3077a48449bd27675ef64d31d04cebc4e1bdff0');
INSERT INTO "audit" VALUES(25,'2026-06-30T09:00:30+00:00','其余','alias',1,NULL,'{"id":1,"name":"甲局","unit_code":"city.a"}','c4c64e1bf6f240ddb4bc860dcb4c21f135f4055a2ef2135bdb9f47ca8dfcc755');
INSERT INTO "audit" VALUES(26,'2026-06-30T09:00:30+00:00','其余','alias',2,NULL,'{"id":2,"name":"老甲局","unit_code":"city.a"}','da3ee287bdf2ec503f89f6abca5975b0725cfcb520fe80a90f0d80bb5008cac6');
INSERT INTO "audit" VALUES(27,'2026-06-30T09:00:30+00:00','其余','succession',1,NULL,'{"id":1,"predecessor":"province.x","successor":"province.a","effective_on":"2018-10-01","note":"机构改革"}','ce67e202b6a6a7bea2fb6021a6713be3d3c26123440569dfac2ab86994bd0025');
INSERT INTO "audit" VALUES(28,'2026-06-30T09:00:30+00:00','其余','counterpart',1,NULL,'{"id":1,"higher":"province.a","lower":"city.a","condition":"有海关的市","note":"备注","decided_on":null}','e357577fb7e542fd1bbe7a0100dcf3d5e5609961be6f374fc304f8edce865a7c');
INSERT INTO "audit" VALUES(29,'2026-06-30T09:00:30+00:00','其余','settings',2,NULL,'{"id":2,"key":"province","value":"云泽省"}','6b9f6ba999138839c0a29c3cfee0d29720f503fc6bb6dc9282b0ae292fba93bf');
INSERT INTO "audit" VALUES(30,'2026-06-30T09:00:30+00:00','其余','settings',3,NULL,'{"id":3,"key":"city","value":"云泽市"}','a7fe633af0966221457187f6de5c80cfc00c301f3a0ce69aad900c4747cf0326');
INSERT INTO "audit" VALUES(31,'2026-06-30T09:00:30+00:00','其余','progress_entry',1,NULL,'{"id":1,"task_id":1,"unit":"市甲局","reported_on":"2026-06-30","percent":40,"note":"已''查''3家\n","recorded_at":"2026-06-30T09:00:30+00:00","period":""}','9b3d337b6d6c50f196b99ed00960492722ecf1fde63d7ebba364425a8be6e927');
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
            letters, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
        );
CREATE VIRTUAL TABLE derived_search_measure USING fts5 (
            letters, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
        );
CREATE VIRTUAL TABLE derived_search_move USING fts5 (
            letters, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
        );
CREATE VIRTUAL TABLE derived_search_plan USING fts5 (
            letters, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
        );
CREATE VIRTUAL TABLE derived_search_task USING fts5 (
            letters, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
        );
CREATE TABLE derived_state (id INTEGER PRIMARY KEY, head TEXT NOT NULL) STRICT;
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
        open_ended INTEGER NOT NULL CHECK (open_ended IN (0, 1)), duties TEXT NOT NULL DEFAULT '[]', deadlines TEXT NOT NULL DEFAULT '[]', recurrences TEXT NOT NULL DEFAULT '[]', targets TEXT NOT NULL DEFAULT '[]',
        UNIQUE (plan_id, position)
    ) STRICT
    ;
INSERT INTO "measure" VALUES(1,1,0,12,'清理网店','清理网店,三成以上整改。',12,25,1,'(甲厅牵头,乙厅等配合)',1,'[["甲厅","lead",null],["乙厅","cooperating","网店部分"]]','[["九月底前","2026-09-30",true]]','[["每季度","P3M"]]','[["整改率",">=",30.1,"%","三成以上"],["件数","=",1e-07,"件","若干"]]');
INSERT INTO "measure" VALUES(2,1,1,21,'','甲厅牵头',21,25,NULL,NULL,0,'[]','[]','[]','[]');
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
INSERT INTO "settings" VALUES(1,'database_id','f156fb366d08bc922a268571c2e31d20');
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
INSERT INTO "source" VALUES(1,'云泽省"要点".docx','abababababababababababababababababababababababababababababababab','docx',NULL,'["有一处图片没有读入。", "有修订痕迹。", ["lost-line", 2, 9, "可能漏了一行。"]]','[[0,11,"paragraph"],[12,20,"row"],[21,25,"note"]]','一、守护''云泽''市场
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
CREATE INDEX source_sha256 ON source (sha256);
CREATE INDEX plan_source ON plan (source_id);
CREATE INDEX finding_plan ON finding (plan_id, position);
CREATE INDEX finding_measure ON finding (measure_id, position);
CREATE INDEX repair_plan ON repair (plan_id, position);
CREATE INDEX decision_plan ON decision (plan_id, id);
CREATE INDEX alias_unit ON alias (unit_code);
CREATE INDEX task_source_plan ON task_source (plan_id, position);
CREATE INDEX assignment_task ON assignment (task_id, position);
CREATE INDEX assignment_unit ON assignment (unit);
CREATE INDEX task_target_task ON task_target (task_id, position);
CREATE INDEX rewording_task ON rewording (task_id, position);
CREATE INDEX progress_entry_latest ON progress_entry (task_id, unit, reported_on, id);
CREATE INDEX progress_entry_task ON progress_entry (task_id, reported_on, id);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;
CREATE UNIQUE INDEX version_task_of ON version_task (version_id, task_id);
CREATE INDEX opinion_of ON opinion (consultation_id, position);
CREATE INDEX task_move_task ON task_move (task_id, id);
CREATE INDEX target_actual_task ON target_actual (task_id, id);
CREATE INDEX task_running ON task (id) WHERE status NOT IN ('closed', 'carried');
CREATE INDEX plan_imported ON plan (imported_on);
CREATE INDEX dispatch_period ON dispatch (period, unit);
CREATE INDEX unit_return_period ON unit_return (period, unit);
CREATE INDEX unit_return_file ON unit_return (file_id);
CREATE INDEX return_value_cell ON return_value (unit, task_id, period);
CREATE INDEX return_value_return ON return_value (return_id);
CREATE INDEX return_value_task ON return_value (task_id);
CREATE INDEX return_value_period ON return_value (period);
CREATE INDEX export_document ON export (document, id);
CREATE INDEX paper_edit_draft ON paper_edit (draft, position);
CREATE INDEX proposal_plan ON proposal (plan_id, position);
CREATE INDEX rule_use_rule ON rule_use (rule_id);
CREATE INDEX rule_use_plan ON rule_use (plan_id);
CREATE INDEX task_move_day ON task_move (moved_on, task_id);
CREATE INDEX unit_return_zero ON unit_return (unit, received_on, period) WHERE kind = 'zero'
    ;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('settings',3);
INSERT INTO "sqlite_sequence" VALUES('decision',1);
INSERT INTO "sqlite_sequence" VALUES('export',0);
INSERT INTO "sqlite_sequence" VALUES('source',1);
INSERT INTO "sqlite_sequence" VALUES('plan',1);
INSERT INTO "sqlite_sequence" VALUES('repair',2);
INSERT INTO "sqlite_sequence" VALUES('section',3);
INSERT INTO "sqlite_sequence" VALUES('finding',2);
INSERT INTO "sqlite_sequence" VALUES('measure',2);
INSERT INTO "sqlite_sequence" VALUES('task',2);
INSERT INTO "sqlite_sequence" VALUES('task_source',2);
INSERT INTO "sqlite_sequence" VALUES('assignment',4);
INSERT INTO "sqlite_sequence" VALUES('task_target',2);
INSERT INTO "sqlite_sequence" VALUES('rewording',2);
INSERT INTO "sqlite_sequence" VALUES('unit',3);
INSERT INTO "sqlite_sequence" VALUES('group_member',2);
INSERT INTO "sqlite_sequence" VALUES('alias',2);
INSERT INTO "sqlite_sequence" VALUES('succession',1);
INSERT INTO "sqlite_sequence" VALUES('counterpart',1);
INSERT INTO "sqlite_sequence" VALUES('progress_entry',1);
COMMIT;
