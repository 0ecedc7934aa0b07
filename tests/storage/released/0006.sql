BEGIN TRANSACTION;
CREATE TABLE agenda_item (
	session_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR(64) NOT NULL, 
	title TEXT NOT NULL, 
	minutes INTEGER NOT NULL, 
	case_slot INTEGER, 
	settings JSON NOT NULL, 
	notes TEXT NOT NULL, 
	CONSTRAINT pk_agenda_item PRIMARY KEY (session_id, id), 
	CONSTRAINT fk_agenda_item_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
);
INSERT INTO "agenda_item" VALUES('session-1','item-1',0,'information','Välkomna',5,NULL,'{"text": "Hej p\u00e5 er"}','Kaffe');
INSERT INTO "agenda_item" VALUES('session-1','item-2',1,'mark_chain','Markera',55,1,'{}','');
INSERT INTO "agenda_item" VALUES('session-2','item-1',0,'information','Välkomna',5,NULL,'{"text": "Hej p\u00e5 er"}','Kaffe');
INSERT INTO "agenda_item" VALUES('session-2','item-2',1,'mark_chain','Markera',55,1,'{}','');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0006');
CREATE TABLE app_meta (
	"key" VARCHAR(64) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_app_meta PRIMARY KEY ("key")
);
INSERT INTO "app_meta" VALUES('program_version','0.2.0');
CREATE TABLE attempt (
	id VARCHAR(64) NOT NULL, 
	learner_id VARCHAR(64) NOT NULL, 
	kind VARCHAR(64) NOT NULL, 
	ref VARCHAR(128) NOT NULL, 
	title TEXT NOT NULL, 
	content_hash VARCHAR(64) NOT NULL, 
	settings TEXT NOT NULL, 
	seed INTEGER NOT NULL, 
	path VARCHAR(128) NOT NULL, 
	module VARCHAR(128) NOT NULL, 
	step VARCHAR(128) NOT NULL, 
	areas JSON NOT NULL, 
	rule_version VARCHAR(16) NOT NULL, 
	started_at VARCHAR(32) NOT NULL, 
	finished_at VARCHAR(32), 
	finished_on DATE, 
	minutes INTEGER NOT NULL, 
	outcome TEXT, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_learner_id_learner FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attempt_content_hash_frozen_content FOREIGN KEY(content_hash) REFERENCES frozen_content (hash)
);
INSERT INTO "attempt" VALUES('attempt-1','learner-1','reflection','ref','En övning','1d00f24a32038e4e406e713fe9759c5afe51960b711bf11f043f80efc09c7945','{"module":"","count":0,"medical_certificate":"","feedback_level":0,"text":"","points":[]}',3,'korkort','uppdraget','u1','["K01"]','','2026-11-12T12:00:00.000000+00:00','2026-11-12T12:00:20.000000+00:00','2026-11-12',1,'{"approved":true,"reflected":true,"with_other":false,"right":0.0,"of":0,"safety_right":0,"safety_of":0,"rating":null,"raters":0,"signed":false,"whole":true,"areas":[],"answered":[]}');
CREATE TABLE attempt_event (
	attempt_id VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	payload TEXT NOT NULL, 
	CONSTRAINT pk_attempt_event PRIMARY KEY (attempt_id, seq), 
	CONSTRAINT ck_attempt_event_seq_from_one CHECK (seq >= 1), 
	CONSTRAINT fk_attempt_event_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "attempt_event" VALUES('attempt-1',1,'2026-11-12T12:00:00.000000+00:00','reflection.PromptAnswered','{"prompt":0,"text":"Det gick bra"}');
INSERT INTO "attempt_event" VALUES('attempt-1',2,'2026-11-12T12:00:00.000000+00:00','AttemptFinished','{}');
CREATE TABLE course_certificate (
	number VARCHAR(32) NOT NULL, 
	year INTEGER NOT NULL, 
	serial INTEGER NOT NULL, 
	session_id VARCHAR(64) NOT NULL, 
	participant_id VARCHAR(64) NOT NULL, 
	holder TEXT NOT NULL, 
	held_on DATE NOT NULL, 
	issued_at VARCHAR(32) NOT NULL, 
	is_valid BOOLEAN NOT NULL, 
	document TEXT NOT NULL, kind VARCHAR(16) DEFAULT 'attendance' NOT NULL, learner_id VARCHAR(64), valid_until DATE, 
	CONSTRAINT pk_course_certificate PRIMARY KEY (number), 
	CONSTRAINT uq_course_certificate_year_serial UNIQUE (year, serial)
);
INSERT INTO "course_certificate" VALUES('2026-0001',2026,1,'session-1','p-1','Örjan Ål','2026-11-12','2026-11-12T12:00:00.000000+00:00',1,'{"number":"2026-0001","session_id":"session-1","participant_id":"p-1","holder":"Örjan Ål","holder_role":"Läkare","holder_unit":"Ängen","title":"Gruppdialog","held_on":"2026-11-12","place":"Sal Ö","minutes":60,"competence_areas":["dfa_chain"],"leaders":[{"name":"Åsa Öberg","role":"insurance_medicine_adviser"}],"issuer":"Åsa Öberg","issued_at":"2026-11-12T12:00:00Z","purpose":"","replaces":null,"replaced_by":null,"revoked_at":null,"revoke_reason":"","kind":"attendance","learner_id":null,"path_id":null,"modules":[],"started_on":null,"valid_until":null,"code":""}','attendance',NULL,NULL);
INSERT INTO "course_certificate" VALUES('2025-0001',2025,1,'','','Åsa Norén','2025-11-10','2025-11-17T12:00:00.000000+00:00',1,'{"number":"2025-0001","session_id":"","participant_id":"","holder":"Åsa Norén","holder_role":"Rehabkoordinator","holder_unit":"Ängen","title":"Koordinatorskörkort","held_on":"2025-11-10","place":"","minutes":1440,"competence_areas":["K01","K02"],"leaders":[{"name":"Bo Ek","role":"insurance_medicine_adviser"}],"issuer":"Region Norrälven","issued_at":"2025-11-17T12:00:00Z","purpose":"","replaces":null,"replaced_by":null,"revoked_at":null,"revoke_reason":"","kind":"completion","learner_id":"learner-9","path_id":"koordinatorskorkort","modules":[{"id":"uppdraget","title":"Uppdraget","minutes":120,"passed_on":"2025-10-01","competence_areas":["K01"],"goals":["Ett mål."]}],"started_on":"2025-09-14","valid_until":"2027-11-10","code":"KI1:ABC"}','completion','learner-9','2027-11-10');
CREATE TABLE course_certificate_serial (
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_course_certificate_serial PRIMARY KEY (year)
);
INSERT INTO "course_certificate_serial" VALUES(2026,1);
CREATE TABLE evidence (
	learner_id VARCHAR(64) NOT NULL, 
	area VARCHAR(16) NOT NULL, 
	source VARCHAR(128) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	form VARCHAR(64) NOT NULL, 
	strength FLOAT NOT NULL, 
	noted_on DATE NOT NULL, 
	count INTEGER NOT NULL, 
	approved BOOLEAN NOT NULL, 
	reflected BOOLEAN NOT NULL, 
	with_other BOOLEAN NOT NULL, 
	rule_version VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (learner_id, area, source, kind, form), 
	CONSTRAINT fk_evidence_learner_id_learner FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "evidence" VALUES('learner-1','K01','attempt:attempt-1','practised','questions',0.9,'2026-11-12',10,1,0,0,'');
CREATE TABLE facilitator (
	session_id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	role VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_facilitator PRIMARY KEY (session_id, position), 
	CONSTRAINT fk_facilitator_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
);
INSERT INTO "facilitator" VALUES('session-1',0,'Åsa Öberg','insurance_medicine_adviser');
INSERT INTO "facilitator" VALUES('session-1',1,'Bo Ek','case_officer');
INSERT INTO "facilitator" VALUES('session-2',0,'Åsa Öberg','insurance_medicine_adviser');
INSERT INTO "facilitator" VALUES('session-2',1,'Bo Ek','case_officer');
CREATE TABLE frozen_case (
	session_id VARCHAR(64) NOT NULL, 
	case_id VARCHAR(128) NOT NULL, 
	document TEXT NOT NULL, 
	CONSTRAINT pk_frozen_case PRIMARY KEY (session_id, case_id), 
	CONSTRAINT fk_frozen_case_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
);
INSERT INTO "frozen_case" VALUES('session-1','axel-frisor','{"id":"axel-frisor","title":"Armen som ska hållas uppe hela dagen","status":"ready","difficulty":2,"diagnosis_group":"musculoskeletal","competence_areas":["K02","K03","K04","K12"],"form_version":2,"rule_version":"RV4","rule_date":"2026-11-22","person":{"name":"Darko","age":49,"sex":"man","voice":"Kunderna frågar när jag är tillbaka. Jag säger ”snart” varje vecka, och varje vecka tror jag på det."},"work":{"title":"Frisör, egen salong","extent":"Heltid, tisdag till lördag, cirka 40 timmar","description":"Driver en liten salong med två stolar, varav en hyrs ut. Klipper, fönar och färgar ungefär sex timmar om dagen, åtta till tio kunder. Armarna är lyfta mellan midja och axelhöjd större delen av tiden, och fönen hålls högre än så.\n\nTrimmar skägg med armbågen nära kroppen. Tvättar hår framåtböjd. Bokning, kassa, inköp och bokföring tar ungefär en timme om dagen. Packar upp varor på hyllor. Ingen anställd kan ta över kunderna."},"sick_leave":{"start":"2026-07-27","situation":"self_employed","earlier_days":0},"story":"Darko har haft sin salong i sjutton år. Han är högerhänt. I våras började det göra ont i höger axel när han fönade. Han bytte till en lättare fön och bokade glesare. I juli kunde han inte lyfta armen utan smärta och stängde sin stol.\n\nUnder hösten har han fått kortison och börjat hos fysioterapeut. Kortisonet hjälpte i tre veckor. Ibland går han ner till salongen, dricker kaffe med kollegan som hyr stolen och hälsar på kunder.\n\nNu är det dag 88. Darko är gift och har två vuxna barn. Han har hört att reglerna ändras efter 90 dagar och undrar vad det betyder för honom.","medical_certificates":[{"id":"intyg-1","title":"Intyg, dag 88","issued_on":"2026-10-22","form_version":2,"infection_carrier":false,"basis":[{"kind":"physical_meeting","on":"2026-10-22","note":""}],"occupations":["current_work"],"diagnoses":[{"code":"M75.4","text":"Impingementsyndrom i höger axel"}],"periods":[{"degree":"100","start":"2026-10-22","end":"2026-11-15"}],"transport_would_help":false,"uneven_working_time":null,"prognosis":{"kind":"unclear","months":null,"ground":"Beror på effekt av träningen."},"contact_wanted":false,"texts":{"29.1":"Egen företagare, frisör.","35.1":"Smärta i höger axel sedan i våras, högerhänt. Vid aktiv abduktion smärta mellan 70 och 120 grader. Neers test positivt. Passiv rörlighet fri. Utåtrotation mot motstånd är smärtsam och svagare än på vänster sida. Ultraljud 2026-08-20: bursit, ingen senruptur. Uppger nattlig smärta och vaknar flera gånger.","17.1":"Svårt att lyfta och att sträcka sig. Kan inte dammsuga eller hänga tvätt. Kan inte ligga på höger sida. Klarar inte att arbeta med armen.","19.1":"Kortison i axeln 2026-09-08 gav lindring i tre veckor. Fysioterapeut sedan 2026-10-06, en gång i veckan. Ny bedömning hos läkare 2026-11-12, då ställningstagande till remiss till ortoped.","37.1":"Besvären kvarstår."}},{"id":"intyg-2","title":"Nytt intyg, dag 109","issued_on":"2026-11-12","form_version":2,"infection_carrier":false,"basis":[{"kind":"physical_meeting","on":"2026-11-12","note":""},{"kind":"other","on":"2026-10-30","note":"fysioterapeutens anteckning"}],"occupations":["current_work"],"diagnoses":[{"code":"M75.4","text":"Impingementsyndrom i höger axel"}],"periods":[{"degree":"75","start":"2026-11-16","end":"2026-12-06"},{"degree":"50","start":"2026-12-07","end":"2026-12-27"}],"transport_would_help":false,"uneven_working_time":false,"prognosis":{"kind":"full_return_within","months":4,"ground":"Förbättring under fem veckors träning. Om uthålligheten inte har ökat vid återbesöket 2026-12-17 skickas remiss till ortoped."},"contact_wanted":false,"texts":{"29.1":"Frisör i egen salong. Klippning, föning och färgning ungefär sex timmar om dagen, skäggtrimning, kassa, bokning och inköp resten av tiden.","35.1":"Egen undersökning i dag: aktiv abduktion till 130 grader, smärtan börjar vid 90. Utåtrotation mot motstånd är fortfarande svagare än på vänster sida men mindre smärtsam. Fysioterapeut 2026-10-30: håller armen framåt i axelhöjd i 15 sekunder och halvvägs dit i två minuter. Uthålligheten i lyft arm är svårt nedsatt, styrkan lätt nedsatt. Uppger att han nu vaknar en gång per natt, vilket stämmer med övrig förbättring.","17.1":"Kan inte föna, klippa ovansidan av huvudet eller lägga färg, eftersom armen då är lyft i flera minuter. Klarar skäggtrimning och nacke med armbågen nära kroppen i 20 minuter, tre gånger om dagen med paus emellan. Klarar kassa, bokning och inköp ungefär en timme. Lyfter 5 kilo till midjehöjd, inte upp på hylla. Dammsuger med vänster arm.","19.1":"Fysioterapeut en gång i veckan, uthållighetsträning i lyft läge dagligen. Ingen ny kortisonspruta planerad. Återbesök 2026-12-17.","37.1":"Lindringen efter kortison blev kortvarig, och träningen började först i oktober.","44.1":"Lägre kundstol, armbågsstöd och fön på stativ. Korta besök bokas glest de första veckorna."}}],"later_medical_certificates":["intyg-2"],"documents":[{"id":"samtal-darko","kind":"phone_note","title":"Telefonanteckning, samtal med Darko dag 93","dated":"2026-10-27","text":"Handläggaren frågar hur en vanlig arbetsdag ser ut.\n\nDarko berättar: åtta till tio kunder om dagen. Klippning är händerna framför kundens öron och ovanför. Föning är värst, tio till femton minuter per kund med armen högt. Färg tar en halvtimme med pensel. Skägg gör han med armbågen mot kroppen. Bokning, kassa, inköp och bokföring tar ungefär en timme om dagen.\n\nFörra veckan prövade han att trimma skägget på en vän. Det gick bra i tjugo minuter, sedan värkte det till kvällen. Han prövade också att svara på bokningar en kvart åt gången. Det gick utan besvär. Läkaren känner inte till det, för det var efter besöket.\n\nHan frågar om dag 90. Handläggaren säger att för den som har eget företag gäller de egna arbetsuppgifterna till och med dag 180.","released_from_start":false},{"id":"fysioterapeut","kind":"assessment","title":"Fysioterapeutens anteckning, dag 96","dated":"2026-10-30","text":"Fjärde besöket. Höger arm, dominant.\n\nUthållighet: håller armen framåt i axelhöjd i 15 sekunder innan smärtan tvingar ner den. Halvvägs till axelhöjd två minuter. Vänster arm i axelhöjd mer än tre minuter.\n\nArbetsprov med sax och docka: armbågen nära kroppen 20 minuter med god precision. Därefter ökar smärtan från 3 till 6 av 10 och är tillbaka på 3 efter tjugo minuters paus. Med lyft arm avbryts provet efter två minuter.\n\nLyfter 5 kilo till midjehöjd utan besvär, 2 kilo till axelhöjd sex gånger.\n\nPlan: daglig uthållighetsträning. Lägre kundstol och armbågsstöd prövas. Effekt väntas efter åtta till tio veckor.","released_from_start":false}],"keys":[{"medical_certificate_id":"intyg-1","perspective":"insurance_medicine_adviser","spans":[{"id":"d1","kind":"D","span":{"field":"6.1","quote":"Impingementsyndrom i höger axel (M75.4)","occurrence":1},"why":"Diagnosen säger var, och att det är den högra.","also":[]},{"id":"b1","kind":"B","span":{"field":"1","quote":"Undersökning vid fysiskt vårdmöte, 2026-10-22","occurrence":1},"why":"Fynden är färska.","also":[]},{"id":"b2","kind":"B","span":{"field":"35.1","quote":"Ultraljud 2026-08-20: bursit, ingen senruptur","occurrence":1},"why":"Stöder diagnosen. Svaret är kort och på sin plats.","also":["F","D"]},{"id":"f1","kind":"F","span":{"field":"35.1","quote":"Vid aktiv abduktion smärta mellan 70 och 120 grader","occurrence":1},"why":"Visar i vilket läge armen gör ont. Det är samma läge som i frisörens arbete.","also":["B"]},{"id":"f2","kind":"F","span":{"field":"35.1","quote":"Utåtrotation mot motstånd är smärtsam och svagare än på vänster sida","occurrence":1},"why":"Kraften är jämförd med den friska sidan.","also":["B"]},{"id":"f3","kind":"F","span":{"field":"35.1","quote":"Uppger nattlig smärta och vaknar flera gånger","occurrence":1},"why":"Patientens uppgift, utan värdering. Den har en följd i fält 6 men inte i arbetet.","also":["B"]},{"id":"a1","kind":"A","span":{"field":"17.1","quote":"Svårt att lyfta och att sträcka sig","occurrence":1},"why":"Rätt slags begränsning men utan mått och utan moment.","also":[]},{"id":"a2","kind":"A","span":{"field":"17.1","quote":"Kan inte dammsuga eller hänga tvätt","occurrence":1},"why":"Att hänga tvätt är samma armläge som att föna. Vardagsexemplet går att använda.","also":[]},{"id":"a3","kind":"A","span":{"field":"17.1","quote":"Kan inte ligga på höger sida","occurrence":1},"why":"Hör till sömnen och säger lite om arbetet.","also":[]},{"id":"w1","kind":"W","span":{"field":"29.1","quote":"frisör","occurrence":1},"why":"Yrkestitel. Den som känner yrket fyller i resten själv.","also":[]}],"links":[{"source":"d1","target":"f1"},{"source":"d1","target":"f2"},{"source":"d1","target":"f3"},{"source":"b1","target":"f1"},{"source":"b2","target":"f1"},{"source":"f1","target":"a1"},{"source":"f1","target":"a2"},{"source":"f2","target":"a1"},{"source":"f3","target":"a3"},{"source":"f1","target":"am1"},{"source":"am1","target":"w1"}],"missing":[{"id":"am1","kind":"A","question":"Hur länge kan armen vara lyft när han klipper, fönar och färgar?","why":"Kopplingen mellan armläge och yrkets moment är kedjans felande länk."}],"sufficiency":"depends","reason":"Fält 5 håller. Smärtan ligger i just det armläge som yrket kräver, så att klippning och föning är svårt är medicinskt rimligt. Det beror sedan på vad mer som ingår i arbetet. Intyget säger inget om moment med armen nära kroppen eller om uppgifter vid disken. Därför går det att tro på nedsättningen men inte att se att den är hel.","sufficient_anyway":false,"cheapest_way":"Fråga fysioterapeuten genom läkaren: hur länge håller armen i lyft läge? Nästa besök är redan bokat."},{"medical_certificate_id":"intyg-1","perspective":"case_officer","spans":[{"id":"d1","kind":"D","span":{"field":"6.1","quote":"Impingementsyndrom i höger axel (M75.4)","occurrence":1},"why":"Tydligt.","also":[]},{"id":"f1","kind":"F","span":{"field":"35.1","quote":"Vid aktiv abduktion smärta mellan 70 och 120 grader","occurrence":1},"why":"Jag behöver översätta graderna till ett läge, men det går.","also":["B"]},{"id":"f2","kind":"F","span":{"field":"35.1","quote":"Utåtrotation mot motstånd är smärtsam och svagare än på vänster sida","occurrence":1},"why":"Visar kraft. Vad den gör i arbetet får jag gissa.","also":["B"]},{"id":"a1","kind":"A","span":{"field":"17.1","quote":"Svårt att lyfta och att sträcka sig","occurrence":1},"why":"Lyfta vad, sträcka sig vart, hur länge?","also":[]},{"id":"a2","kind":"A","span":{"field":"17.1","quote":"Kan inte dammsuga eller hänga tvätt","occurrence":1},"why":"Ett vardagsexempel. Jag ska pröva hans arbetsuppgifter och ser inget av dem här.","also":[]},{"id":"a3","kind":"A","span":{"field":"17.1","quote":"Klarar inte att arbeta med armen","occurrence":1},"why":"En slutsats. Vilken del av arbetet?","also":[]},{"id":"w1","kind":"W","span":{"field":"29.1","quote":"Egen företagare, frisör","occurrence":1},"why":"Titel och form. I ett eget företag ingår ofta mer än titeln säger.","also":[]}],"links":[{"source":"d1","target":"f1"},{"source":"d1","target":"f2"},{"source":"f1","target":"a1"},{"source":"f1","target":"a2"},{"source":"f2","target":"a3"},{"source":"f1","target":"am1"},{"source":"am1","target":"wm1"},{"source":"a3","target":"w1"}],"missing":[{"id":"wm1","kind":"W","question":"Vad består arbetsdagen av i hans företag, och hur mycket tid tar varje del?","why":"Utan arbetsuppgifterna har begränsningarna inget att mätas mot."},{"id":"am1","kind":"A","question":"Vilka av de uppgifterna går inte, och vilka går en stund?","why":"Blir möjlig att besvara först när uppgifterna är kända."}],"sufficiency":"insufficient","reason":"Här saknas arbetet mer än medicinen. Darko har eget företag, och till och med dag 180 prövas hans förmåga mot de egna arbetsuppgifterna. Dag 90 ändrar alltså inte vad jag jämför med. Men vilka uppgifterna är och hur lång tid de tar står ingenstans. Det är inte läkarens uppgift att känna till varje moment, så den första frågan går till Darko.","sufficient_anyway":false,"cheapest_way":"Ring Darko och skriv ned hans arbetsdag. Skicka sedan beskrivningen till läkaren med en enda fråga."},{"medical_certificate_id":"intyg-1","perspective":"physician","spans":[{"id":"d1","kind":"D","span":{"field":"6.1","quote":"Impingementsyndrom i höger axel (M75.4)","occurrence":1},"why":"Väl underbyggd av test och ultraljud.","also":[]},{"id":"b1","kind":"B","span":{"field":"35.1","quote":"Ultraljud 2026-08-20: bursit, ingen senruptur","occurrence":1},"why":"Visar att senan håller. Viktigt för prognosen.","also":["F"]},{"id":"b2","kind":"B","span":{"field":"35.1","quote":"Neers test positivt","occurrence":1},"why":"Ett test stöder diagnosen. Det säger inte hur mycket förmågan är påverkad.","also":["F"]},{"id":"f1","kind":"F","span":{"field":"35.1","quote":"Vid aktiv abduktion smärta mellan 70 och 120 grader","occurrence":1},"why":"Smärta i en del av rörelsen.","also":["B"]},{"id":"f2","kind":"F","span":{"field":"35.1","quote":"Utåtrotation mot motstånd är smärtsam och svagare än på vänster sida","occurrence":1},"why":"Nedsatt kraft, utan grad.","also":["B"]},{"id":"a1","kind":"A","span":{"field":"17.1","quote":"Svårt att lyfta och att sträcka sig","occurrence":1},"why":"Följer av smärtan i båda fynden.","also":[]},{"id":"a2","kind":"A","span":{"field":"17.1","quote":"Kan inte dammsuga eller hänga tvätt","occurrence":1},"why":"Visar att armen sviktar även utan arbete.","also":[]},{"id":"w1","kind":"W","span":{"field":"29.1","quote":"frisör","occurrence":1},"why":"De flesta läkare har själva suttit i en frisörstol och vet ungefär.","also":[]}],"links":[{"source":"d1","target":"f1"},{"source":"d1","target":"f2"},{"source":"d1","target":"fm1"},{"source":"b1","target":"f1"},{"source":"b2","target":"f1"},{"source":"f1","target":"a1"},{"source":"f2","target":"a1"},{"source":"f1","target":"a2"},{"source":"fm1","target":"a2"},{"source":"a1","target":"w1"}],"missing":[{"id":"fm1","kind":"F","question":"Hur länge orkar armen i lyft läge innan smärtan tar över?","why":"Kraft mäts på en sekund. Frisörens arbete handlar om minuter, och den funktionen är inte undersökt."}],"sufficiency":"insufficient","reason":"Undersökningen är god för diagnosen men inte för frågan. Vinklar och kraft visar att något är fel i axeln. Det som avgör för en frisör är uthålligheten i lyft arm, och den är inte prövad. Fysioterapeuten har troligen svaret. Att arbetsuppgifterna saknas bekymrar mig mindre, yrket är känt.","sufficient_anyway":false,"cheapest_way":"Be fysioterapeuten mäta uthålligheten vid nästa besök och hänvisa till måttet, med datum."},{"medical_certificate_id":"intyg-2","perspective":"insurance_medicine_adviser","spans":[{"id":"d1","kind":"D","span":{"field":"6.1","quote":"Impingementsyndrom i höger axel (M75.4)","occurrence":1},"why":"Oförändrad.","also":[]},{"id":"b1","kind":"B","span":{"field":"35.1","quote":"Egen undersökning i dag","occurrence":1},"why":"Läkarens egna fynd.","also":[]},{"id":"b2","kind":"B","span":{"field":"35.1","quote":"Fysioterapeut 2026-10-30: håller armen framåt i axelhöjd i 15 sekunder och halvvägs dit i två minuter","occurrence":1},"why":"Måttet som saknades, från den som mätte.","also":["F"]},{"id":"f1","kind":"F","span":{"field":"35.1","quote":"Uthålligheten i lyft arm är svårt nedsatt","occurrence":1},"why":"Rätt funktion, med grad.","also":[]},{"id":"f2","kind":"F","span":{"field":"35.1","quote":"styrkan lätt nedsatt","occurrence":1},"why":"Förklarar varför lyft till midjehöjd går.","also":[]},{"id":"a1","kind":"A","span":{"field":"17.1","quote":"Kan inte föna, klippa ovansidan av huvudet eller lägga färg, eftersom armen då är lyft i flera minuter","occurrence":1},"why":"Tre moment och ett skäl.","also":[]},{"id":"a2","kind":"A","span":{"field":"17.1","quote":"Klarar skäggtrimning och nacke med armbågen nära kroppen i 20 minuter, tre gånger om dagen med paus emellan","occurrence":1},"why":"En timme om dagen, med villkor.","also":[]},{"id":"a3","kind":"A","span":{"field":"17.1","quote":"Lyfter 5 kilo till midjehöjd, inte upp på hylla","occurrence":1},"why":"Vikt och höjd.","also":[]},{"id":"w1","kind":"W","span":{"field":"29.1","quote":"Klippning, föning och färgning ungefär sex timmar om dagen","occurrence":1},"why":"Huvuddelen av arbetet.","also":[]},{"id":"w2","kind":"W","span":{"field":"29.1","quote":"skäggtrimning, kassa, bokning och inköp resten av tiden","occurrence":1},"why":"Den del som går.","also":[]}],"links":[{"source":"d1","target":"f1"},{"source":"d1","target":"f2"},{"source":"b1","target":"f2"},{"source":"b2","target":"f1"},{"source":"bm1","target":"f1"},{"source":"f1","target":"a1"},{"source":"f1","target":"a2"},{"source":"f2","target":"a3"},{"source":"a1","target":"w1"},{"source":"a2","target":"w2"}],"missing":[{"id":"bm1","kind":"B","question":"Vad bygger steget till halvtid den 7 december på, när effekt väntas först efter åtta till tio veckor?","why":"Trappan kan vara rätt. Skälet är inte skrivet."}],"sufficiency":"depends","reason":"Kedjan är hel, och graden på 75 procent går att räkna fram: en timme med skägg och en timme vid disken. Steget till halvtid är svårare att följa. Träningen väntas ge effekt senare än så. Det kan bygga på stol, stöd och fön på stativ, men det står inte.","sufficient_anyway":false,"cheapest_way":"En rad från läkaren om vad som väntas vara annorlunda den 7 december."},{"medical_certificate_id":"intyg-2","perspective":"case_officer","spans":[{"id":"d1","kind":"D","span":{"field":"6.1","quote":"Impingementsyndrom i höger axel (M75.4)","occurrence":1},"why":"Samma diagnos.","also":[]},{"id":"f1","kind":"F","span":{"field":"35.1","quote":"Uthålligheten i lyft arm är svårt nedsatt, styrkan lätt nedsatt","occurrence":1},"why":"I klartext, med grad.","also":[]},{"id":"a1","kind":"A","span":{"field":"17.1","quote":"Kan inte föna, klippa ovansidan av huvudet eller lägga färg","occurrence":1},"why":"Samma ord som Darko själv använde i telefon.","also":[]},{"id":"a2","kind":"A","span":{"field":"17.1","quote":"Klarar kassa, bokning och inköp ungefär en timme","occurrence":1},"why":"Stämmer med hans egen beskrivning av dagen.","also":[]},{"id":"a3","kind":"A","span":{"field":"17.1","quote":"Klarar skäggtrimning och nacke med armbågen nära kroppen i 20 minuter, tre gånger om dagen","occurrence":1},"why":"Gör det möjligt att räkna.","also":[]},{"id":"w1","kind":"W","span":{"field":"29.1","quote":"Klippning, föning och färgning ungefär sex timmar om dagen","occurrence":1},"why":"Nu finns arbetet i intyget.","also":[]},{"id":"w2","kind":"W","span":{"field":"29.1","quote":"skäggtrimning, kassa, bokning och inköp resten av tiden","occurrence":1},"why":"Tiden är fördelad.","also":[]}],"links":[{"source":"d1","target":"f1"},{"source":"f1","target":"a1"},{"source":"f1","target":"a3"},{"source":"f1","target":"a2"},{"source":"a1","target":"w1"},{"source":"a2","target":"w2"},{"source":"a3","target":"w2"}],"missing":[],"sufficiency":"sufficient","reason":"Intyget, telefonsamtalet och fysioterapeutens mått säger samma sak. Måttet i fält 6 ger graden. Steget till halvtid är en plan, och återbesöket ligger nära. Det räcker för att gå vidare.","sufficient_anyway":false,"cheapest_way":"Stäm av med Darko i mitten av december hur halvtiden gick."}],"supplements":[{"medical_certificate_id":"intyg-1","field":"17.1","question":"Darko klipper, fönar och färgar ungefär sex timmar om dagen. Hur länge bedömer du att han kan hålla höger arm lyft åt gången, och vilka av momenten går med armbågen nära kroppen?","why":"Handläggaren har själv tagit reda på arbetsuppgifterna. Läkaren får bara den fråga som kräver läkare."},{"medical_certificate_id":"intyg-2","field":"32","question":"Vad väntas vara annorlunda den 7 december, så att halvtid kan prövas då?","why":"En fråga om ett datum i en period. Svaret ryms på en rad."}],"rewrites":[{"medical_certificate_id":"intyg-1","span":{"field":"17.1","quote":"Klarar inte att arbeta med armen.","occurrence":1},"weakness":"Meningen är en slutsats om hela armen. Den säger inte vilka moment i yrket som är svåra eller hur länge det går.","model":"Kan inte föna, klippa ovansidan av huvudet eller lägga färg, eftersom höger arm då är lyft i flera minuter. Klarar korta moment med armbågen nära kroppen.","points":["Namnger minst två moment i yrket.","Har ett mått eller ett armläge.","Säger också vad som går.","Följer av smärtan i fält 5."]},{"medical_certificate_id":"intyg-1","span":{"field":"17.1","quote":"Kan inte dammsuga eller hänga tvätt.","occurrence":1},"weakness":"Vardagsexemplet står ensamt. Läsaren får själv komma på att armläget är detsamma som i arbetet.","model":"Kan inte hänga tvätt eller föna hår: båda kräver att armen hålls lyft, och efter en kort stund tar smärtan över.","points":["Vardagen och yrket knyts ihop i samma mening.","Det gemensamma armläget är utskrivet.","Har ett mått, eller säger vad som händer."]},{"medical_certificate_id":"intyg-1","span":{"field":"37.1","quote":"Besvären kvarstår.","occurrence":1},"weakness":"Meningen säger att det tar längre tid men inte varför.","model":"Kortison lindrade i tre veckor, därefter återkom smärtan. Träningen började i oktober, och full effekt väntas tidigast efter åtta veckor.","points":["Ger ett skäl till det längre förloppet.","Har minst en tid eller ett datum.","Säger vad som väntas och när."]}],"discussion":[{"id":"tvatten","text":"”Kan inte dammsuga eller hänga tvätt.” När hjälper ett exempel hemifrån, och när räcker det inte?","hint":"Det hjälper när rörelsen är densamma som i arbetet. Be någon visa armläget för tvätt och för föning."},{"id":"vem-vet","text":"Vem vet bäst vad en frisör gör en vanlig tisdag? Vem ska skriva det i ett underlag?","hint":"Handläggaren kan ringa, läkaren kan fråga. Låt båda berätta hur de gör i dag utan att någon ger facit."},{"id":"minuter","text":"Intyget har vinklar och kraft. Vilket mått hade sagt mest om Darkos arbete?","hint":"Uthållighet i lyft arm, i minuter eller sekunder. Släpp fysioterapeutens anteckning efter kortet."},{"id":"dag-90","text":"Darko har hört att något händer dag 90. Vad svarar ni honom, och vem svarar?","hint":"För egenföretagare gäller de egna arbetsuppgifterna till och med dag 180. Försäkringskassan informerar om sina regler. Lägg följdfrågor om tiden efter dag 180 i frågelådan."},{"id":"provat","text":"Darko har prövat skägg i tjugo minuter och bokning i en kvart. Vad gör de uppgifterna med er läsning?","hint":"Uppgifterna kom från honom själv. De visar vad som går och kan bli början på en trappa. Släpp telefonanteckningen före kortet."}],"leader_notes":"Fallet är ännu inte granskat av försäkringsmedicinsk rådgivare eller annan läkare.\nLäs igenom det själv före tillfället.\n\nTid\n- 3 minuter läsning, 7 minuter markering, 8 minuter samtal, 7 minuter omskrivning. Räkna med 25 minuter.\n- Släpp telefonanteckningen först och fysioterapeutens anteckning sedan. Fråga efter varje vad som ändrades.\n- Släpp intyg 2 sist. Låt gruppen räkna: hur många timmar om dagen säger fält 6?\n\nDet här bär fallet\n- Alla tre läsarna i facit saknar något, men olika saker. Arbetet, uthålligheten eller kopplingen mellan dem.\n- Det mesta som saknas vid dag 88 vet Darko och fysioterapeuten redan.\n\nDär samtalet brukar fastna\n- ”Alla vet väl vad en frisör gör.” Be gruppen skriva tre moment med tid. Jämför svaren.\n- Vem som borde ta reda på arbetsuppgifterna. Låt båda professionerna säga vad som är rimligt på en vanlig dag.\n- Karens och ekonomi för egenföretagare. Det ingår inte, använd frågelådan.\n- Att Darko har varit i salongen. Läs berättelsen igen: vad gör han där, och hur länge?\n\nSå håller ni er till texten\n- Fråga ”vilket moment?” varje gång någon säger ”arbeta”.\n- Pröva armläget på riktigt: lyft armen och läs fält 5 högt. Hur länge håller ni? Den som har ont står över.\n\nDet vi inte vet\n- Vi vet inte varför trappsteget till halvtid ligger just den 7 december.\n- Vi vet inte om en remiss till ortoped blir aktuell.\n- Vi vet inte vad som gäller för Darko efter dag 180, och fallet svarar inte på det.\n- Vi vet inte vad Försäkringskassan bedömde. Fallet slutar utan beslut.","learning_goals":["Kopplar en aktivitetsbegränsning till namngivna moment i yrket.","Skiljer det som är svårt hemma från det som är svårt i arbetet, och säger när det ena hjälper det andra.","Beskriver uthållighet i ett läge, och inte bara rörlighet eller kraft.","Avgör vilken uppgift som läkaren behöver lämna och vilken som patienten själv kan lämna.","Förklarar att en egenföretagares förmåga prövas mot de egna arbetsuppgifterna till och med dag 180."],"content_warning":"","sources":[{"title":"Socialförsäkringsbalken","section":"27 kap. 2 §, nedsättning med minst en fjärdedel på grund av sjukdom","dated":"Lydelse enligt RV4, regeldatum 2026-11-22","certainty":"certain"},{"title":"Socialförsäkringsbalken","section":"27 kap. 46–48 §§, bedömningsgrunder, egenföretagares egna arbetsuppgifter till och med dag 180","dated":"Lydelse enligt RV4, regeldatum 2026-11-22","certainty":"certain"},{"title":"HFD 2022 ref. 47","section":"Beviskravet sannolikt","dated":"2022","certainty":"certain"},{"title":"Försäkringskassans blankett FK 7804","section":"Fält 3, 5, 6 och 8 i version 2","dated":"006 F 001","certainty":"certain"}],"review":{"author_role":"Kompetens redaktion","reviewer_roles":[],"reviewed_at":null,"review_due":"2027-05-22"},"audience":["Läkare","ST- och AT-läkare","Fysioterapeuter","Handläggare"],"outcome_variants":["Stegvis återgång i egna arbetsuppgifter","Ändrat arbetssätt i företaget","Oklart, ny medicinsk bedömning"]}');
CREATE TABLE frozen_content (
	hash VARCHAR(64) NOT NULL, 
	document TEXT NOT NULL, 
	CONSTRAINT pk_frozen_content PRIMARY KEY (hash)
);
INSERT INTO "frozen_content" VALUES('1d00f24a32038e4e406e713fe9759c5afe51960b711bf11f043f80efc09c7945','{"text":"Tänk efter","prompts":["Vad gick bra?","Vad prövar du?"]}');
CREATE TABLE frozen_material (
	session_id VARCHAR(64) NOT NULL, 
	ref VARCHAR(192) NOT NULL, 
	document TEXT NOT NULL, 
	CONSTRAINT pk_frozen_material PRIMARY KEY (session_id, ref), 
	CONSTRAINT fk_frozen_material_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
);
INSERT INTO "frozen_material" VALUES('session-2','discussion_cards/kort','{"head":{"id":"kort","title":"Innehåll","status":"ready","difficulty":2,"competence_areas":["K01"],"audience":[],"minutes":10,"learning_goals":[],"sources":[{"title":"Socialförsäkringsbalken","section":"27 kap.","dated":"2026","certainty":"certain"}],"review":{"author_role":"Kompetens redaktion","reviewer_roles":[],"reviewed_at":null,"review_due":null},"rule_version":"","rule_date":null,"content_warning":"","person":null},"area":5,"introduction":"Om samtalet","cards":[{"id":"k1","text":"Vad hörde ni?","hint":"Vänta in."}]}');
INSERT INTO "frozen_material" VALUES('session-2','previous','{"title":"Förra","held_on":"2026-11-12","commitments":[{"id":"c1","text":"Ringa tidigt","who":"Grupp 1","when":""}],"takeaways":["En sak"],"open_questions":[]}');
CREATE TABLE group_question (
	id VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	about TEXT NOT NULL, 
	quote TEXT NOT NULL, 
	asked_on DATE NOT NULL, 
	CONSTRAINT pk_group_question PRIMARY KEY (id)
);
INSERT INTO "group_question" VALUES('g1','Är det F eller A?','Prövat fall','Kan inte sitta','2026-11-12');
CREATE TABLE learner (
	id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	role VARCHAR(64) NOT NULL, 
	unit TEXT NOT NULL, 
	sex VARCHAR(16), 
	path VARCHAR(128) NOT NULL, 
	room_results_count BOOLEAN NOT NULL, 
	supervises BOOLEAN NOT NULL, 
	pin TEXT, 
	wrong_pins INTEGER NOT NULL, 
	last_wrong_pin VARCHAR(32), 
	created_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_learner PRIMARY KEY (id)
);
INSERT INTO "learner" VALUES('learner-1','Ylva Öst','rehab_coordinator','Ängen','woman','korkort',1,0,'{"salt":"30313233343536373839616263646566","digest":"ba9fe8df6dd548662938a6a9bb2b95ca58bee4941d4a56b8cdddc23e6d9588e3","cost":16384,"block_size":8,"parallel":1}',1,'2026-11-12T12:00:00.000000+00:00','2026-11-12T12:00:00.000000+00:00');
CREATE TABLE observation (
	id VARCHAR(64) NOT NULL, 
	attempt_id VARCHAR(64) NOT NULL, 
	observer_name TEXT NOT NULL, 
	observer_role VARCHAR(64) NOT NULL, 
	observed_on DATE NOT NULL, 
	rating FLOAT, 
	CONSTRAINT pk_observation PRIMARY KEY (id), 
	CONSTRAINT fk_observation_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id) ON DELETE CASCADE
);
INSERT INTO "observation" VALUES('obs-1','attempt-1','Bo Ek','case_officer','2026-11-12',4.0);
CREATE TABLE participant (
	session_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	role VARCHAR(64) NOT NULL, 
	unit TEXT NOT NULL, 
	sex VARCHAR(16), 
	email TEXT NOT NULL, 
	CONSTRAINT pk_participant PRIMARY KEY (session_id, id), 
	CONSTRAINT fk_participant_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
);
INSERT INTO "participant" VALUES('session-1','p-1',0,'Örjan Ål','physician','Ängen','man','orjan@example.org');
INSERT INTO "participant" VALUES('session-1','p-2',1,'Eva Dahl','resident_physician','',NULL,'');
INSERT INTO "participant" VALUES('session-2','p-1',0,'Örjan Ål','physician','Ängen','man','orjan@example.org');
INSERT INTO "participant" VALUES('session-2','p-2',1,'Eva Dahl','resident_physician','',NULL,'');
CREATE TABLE retention_setting (
	kind VARCHAR(32) NOT NULL, 
	months INTEGER, 
	CONSTRAINT pk_retention_setting PRIMARY KEY (kind)
);
INSERT INTO "retention_setting" VALUES('answers',6);
CREATE TABLE review_card (
	learner_id VARCHAR(64) NOT NULL, 
	item VARCHAR(128) NOT NULL, 
	area VARCHAR(16) NOT NULL, 
	due VARCHAR(32) NOT NULL, 
	state INTEGER NOT NULL, 
	step INTEGER, 
	stability FLOAT, 
	difficulty FLOAT, 
	last_review VARCHAR(32), 
	reviews INTEGER NOT NULL, 
	CONSTRAINT pk_review_card PRIMARY KEY (learner_id, item), 
	CONSTRAINT fk_review_card_learner_id_learner FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "review_card" VALUES('learner-1','i1','K01','2026-11-14T12:00:00.000000+00:00',2,NULL,2.5,3.5,'2026-11-12T12:00:00.000000+00:00',1);
CREATE TABLE review_entry (
	learner_id VARCHAR(64) NOT NULL, 
	item VARCHAR(128) NOT NULL, 
	number INTEGER NOT NULL, 
	recall INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	reviewed_on DATE NOT NULL, 
	CONSTRAINT pk_review_entry PRIMARY KEY (learner_id, item, number), 
	CONSTRAINT fk_review_entry_learner_id_learner FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE
);
INSERT INTO "review_entry" VALUES('learner-1','i1',1,3,'2026-11-12T12:00:00.000000+00:00','2026-11-12');
CREATE TABLE revocation_list (
	issuer_id VARCHAR(16) NOT NULL, 
	sequence BIGINT NOT NULL, 
	made_at VARCHAR(32) NOT NULL, 
	document TEXT NOT NULL, 
	CONSTRAINT pk_revocation_list PRIMARY KEY (issuer_id)
);
INSERT INTO "revocation_list" VALUES('cd93782b7fb95559',1795000000,'2026-11-12T12:00:00.000000+00:00','{"issuer_id":"cd93782b7fb95559","signed_by":"cd93782b7fb95559","issuer":"Örebacka vårdcentral","sequence":1795000000,"made_at":"2026-11-12T12:00:00Z","entries":[{"number":"2026-0003","on":"2026-11-01","replaced_by":""},{"number":"2026-0004","on":"2026-11-02","replaced_by":"2026-0009"}],"signed":"lista.med.underskrift"}');
CREATE TABLE session_case (
	session_id VARCHAR(64) NOT NULL, 
	slot INTEGER NOT NULL, 
	case_id VARCHAR(128), 
	CONSTRAINT pk_session_case PRIMARY KEY (session_id, slot), 
	CONSTRAINT fk_session_case_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
);
INSERT INTO "session_case" VALUES('session-1',1,'axel-frisor');
INSERT INTO "session_case" VALUES('session-1',2,NULL);
INSERT INTO "session_case" VALUES('session-2',1,'axel-frisor');
INSERT INTO "session_case" VALUES('session-2',2,NULL);
CREATE TABLE session_competence (
	session_id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	area TEXT NOT NULL, 
	CONSTRAINT pk_session_competence PRIMARY KEY (session_id, position), 
	CONSTRAINT fk_session_competence_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
);
INSERT INTO "session_competence" VALUES('session-1',0,'dfa_chain');
INSERT INTO "session_competence" VALUES('session-1',1,'work_capacity');
INSERT INTO "session_competence" VALUES('session-2',0,'dfa_chain');
INSERT INTO "session_competence" VALUES('session-2',1,'work_capacity');
CREATE TABLE session_event (
	session_id VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	item VARCHAR(64), 
	payload TEXT NOT NULL, 
	CONSTRAINT pk_session_event PRIMARY KEY (session_id, seq), 
	CONSTRAINT ck_session_event_seq_from_one CHECK (seq >= 1), 
	CONSTRAINT fk_session_event_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "session_event" VALUES('session-1',1,'2026-11-12T12:00:01.000001+00:00','SessionStarted',NULL,'{"first":"item-1"}');
INSERT INTO "session_event" VALUES('session-1',2,'2026-11-12T12:00:02.000002+00:00','MinutesAdjusted',NULL,'{"item":"item-1","minutes":1}');
CREATE TABLE sign_off (
	id VARCHAR(64) NOT NULL, 
	learner_id VARCHAR(64) NOT NULL, 
	purpose VARCHAR(32) NOT NULL, 
	areas JSON NOT NULL, 
	title TEXT NOT NULL, 
	attempt_id VARCHAR(64), 
	by_name TEXT NOT NULL, 
	by_role VARCHAR(64) NOT NULL, 
	signed_on DATE NOT NULL, 
	signed_at VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	rating FLOAT, 
	raters INTEGER NOT NULL, request_id VARCHAR(64), fingerprint TEXT, 
	CONSTRAINT pk_sign_off PRIMARY KEY (id), 
	CONSTRAINT fk_sign_off_learner_id_learner FOREIGN KEY(learner_id) REFERENCES learner (id) ON DELETE CASCADE, 
	CONSTRAINT fk_sign_off_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id) ON DELETE CASCADE
);
INSERT INTO "sign_off" VALUES('sign-off-1','learner-1','mentoring','["K01", "K14"]','Handledning',NULL,'Åsa Öberg','specialist','2026-11-12','2026-11-12T12:00:00.000000+00:00','Ringer inom en vecka',NULL,0,NULL,NULL);
CREATE TABLE signing_key (
	key_id VARCHAR(16) NOT NULL, 
	issuer TEXT NOT NULL, 
	issuer_id VARCHAR(16) NOT NULL, 
	public_key VARCHAR(64) NOT NULL, 
	made_at VARCHAR(32) NOT NULL, 
	follows VARCHAR(16), 
	voucher TEXT NOT NULL, 
	card TEXT NOT NULL, 
	retired_at VARCHAR(32), 
	retired_because VARCHAR(16), 
	CONSTRAINT pk_signing_key PRIMARY KEY (key_id)
);
INSERT INTO "signing_key" VALUES('3ba3f5f43b926026','Region Norrälven','3ba3f5f43b926026','6161616161616161616161616161616161616161616161616161616161616161','2027-02-17T12:00:00.000000+00:00',NULL,'','kort.a','2027-12-17T12:00:00.000000+00:00','changed');
INSERT INTO "signing_key" VALUES('bdb339768bc5e4fe','Region Norrälven','3ba3f5f43b926026','6262626262626262626262626262626262626262626262626262626262626262','2027-02-18T12:00:00.000000+00:00','3ba3f5f43b926026','00ff766f7563686572','kort.b',NULL,NULL);
CREATE TABLE small_group (
	session_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	members JSON NOT NULL, 
	CONSTRAINT pk_small_group PRIMARY KEY (session_id, id), 
	CONSTRAINT fk_small_group_session_id_workshop_session FOREIGN KEY(session_id) REFERENCES workshop_session (id) ON DELETE CASCADE
);
INSERT INTO "small_group" VALUES('session-2','g1',0,'Grupp 1','["p-1"]');
INSERT INTO "small_group" VALUES('session-2','g2',1,'Grupp 2','["p-2"]');
CREATE TABLE trusted_key (
	key_id VARCHAR(16) NOT NULL, 
	issuer TEXT NOT NULL, 
	issuer_id VARCHAR(16) NOT NULL, 
	public_key VARCHAR(64) NOT NULL, 
	made_at VARCHAR(32) NOT NULL, 
	follows VARCHAR(16), 
	voucher TEXT NOT NULL, 
	card TEXT NOT NULL, 
	trusted_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_trusted_key PRIMARY KEY (key_id)
);
INSERT INTO "trusted_key" VALUES('cd93782b7fb95559','Örebacka vårdcentral','cd93782b7fb95559','6363636363636363636363636363636363636363636363636363636363636363','2027-02-19T12:00:00.000000+00:00',NULL,'','kort.c','2026-11-12T12:00:00.000000+00:00');
CREATE TABLE workshop_session (
	id VARCHAR(64) NOT NULL, 
	forum_type VARCHAR(64) NOT NULL, 
	title TEXT NOT NULL, 
	minutes INTEGER NOT NULL, 
	starts_at DATETIME, 
	unit TEXT NOT NULL, 
	place TEXT NOT NULL, 
	target_group TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	case_slots INTEGER NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	template_id VARCHAR(64) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, series TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_workshop_session PRIMARY KEY (id)
);
INSERT INTO "workshop_session" VALUES('session-1','group_dialogue','Gruppdialog',60,'2026-11-15 13:00:00.000000','Vårdcentralen Ängen','Sal Ö','Läkare','Att läsa intyg tillsammans',2,'planned','gruppdialog-60','2026-11-12T12:00:00.000000+00:00','');
INSERT INTO "workshop_session" VALUES('session-2','group_dialogue','Workshop',60,'2026-11-15 13:00:00.000000','Vårdcentralen Ängen','Sal Ö','Läkare','Att läsa intyg tillsammans',2,'closed','gruppdialog-60','2026-11-12T12:00:00.000000+00:00','Serien');
CREATE INDEX ix_workshop_session_starts_at ON workshop_session (starts_at);
CREATE INDEX ix_workshop_session_status ON workshop_session (status);
CREATE INDEX ix_course_certificate_session_id ON course_certificate (session_id);
CREATE INDEX ix_attempt_content_hash ON attempt (content_hash);
CREATE INDEX ix_attempt_learner_id_finished_at ON attempt (learner_id, finished_at);
CREATE INDEX ix_review_card_learner_id_due ON review_card (learner_id, due);
CREATE INDEX ix_review_entry_learner_id_reviewed_on ON review_entry (learner_id, reviewed_on);
CREATE INDEX ix_sign_off_learner_id ON sign_off (learner_id);
CREATE INDEX ix_observation_attempt_id ON observation (attempt_id);
CREATE INDEX ix_course_certificate_learner_id ON course_certificate (learner_id);
CREATE INDEX ix_course_certificate_valid_until ON course_certificate (valid_until);
CREATE INDEX ix_workshop_session_series ON workshop_session (series);
CREATE UNIQUE INDEX ix_sign_off_request_id ON sign_off (request_id);
COMMIT;
