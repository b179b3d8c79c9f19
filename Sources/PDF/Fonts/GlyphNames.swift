/// Glyph names and their letters: the parts of Adobe's glyph list (AGL 2.0) that papers in Latin,
/// Greek, Cyrillic, Hebrew and Arabic script use, `name=hex`, and the rules for names such as
/// `uni05D0` and `f_i` (the AGL specification, section 2).
enum GlyphNames {
  /// The text that a glyph's name stands for; `nil` where the name says none.
  static func text(of name: String) -> String? {
    if let scalar = table[name] { return String(Character(scalar)) }
    let base = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[0]
    guard !base.isEmpty else { return nil }
    if base.contains("_") {
      let parts = base.split(separator: "_").map { text(of: String($0)) }
      guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return nil }
      return parts.compactMap(\.self).joined()
    }
    if base.hasPrefix("uni"), base.utf8.count >= 7, (base.utf8.count - 3) % 4 == 0 {
      var text = String.UnicodeScalarView()
      var digits = base.dropFirst(3)
      while !digits.isEmpty {
        guard let value = UInt32(digits.prefix(4), radix: 16), let scalar = Unicode.Scalar(value)
        else { return nil }
        text.append(scalar)
        digits = digits.dropFirst(4)
      }
      return String(text)
    }
    if base.hasPrefix("u"), (5...7).contains(base.utf8.count),
      let value = UInt32(base.dropFirst(), radix: 16), let scalar = Unicode.Scalar(value)
    {
      return String(Character(scalar))
    }
    return table[String(base)].map { String(Character($0)) }
  }

  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for entry in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: "=")
      if parts.count == 2, let value = UInt32(parts[1], radix: 16) {
        table[String(parts[0])] = Unicode.Scalar(value)
      }
    }
    return table
  }()

  private static let list = """
    controlSTX=1 controlSOT=2 controlETX=3 controlEOT=4 controlENQ=5 controlACK=6 controlBEL=7 controlBS=8 controlHT=9 controlLF=a controlVT=b controlFF=c
    controlCR=d controlSO=e controlSI=f controlDLE=10 controlDC1=11 controlDC2=12 controlDC3=13 controlDC4=14 controlNAK=15 controlSYN=16 controlETB=17
    controlCAN=18 controlEM=19 controlSUB=1a controlESC=1b controlFS=1c controlGS=1d controlRS=1e controlUS=1f space=20 spacehackarabic=20 exclam=21
    quotedbl=22 numbersign=23 dollar=24 percent=25 ampersand=26 quotesingle=27 parenleft=28 parenright=29 asterisk=2a plus=2b comma=2c hyphen=2d period=2e
    slash=2f zero=30 one=31 two=32 three=33 four=34 five=35 six=36 seven=37 eight=38 nine=39 colon=3a semicolon=3b less=3c equal=3d greater=3e question=3f
    at=40 A=41 B=42 C=43 D=44 E=45 F=46 G=47 H=48 I=49 J=4a K=4b L=4c M=4d N=4e O=4f P=50 Q=51 R=52 S=53 T=54 U=55 V=56 W=57 X=58 Y=59 Z=5a bracketleft=5b
    backslash=5c bracketright=5d asciicircum=5e underscore=5f grave=60 a=61 b=62 c=63 d=64 e=65 f=66 g=67 h=68 i=69 j=6a k=6b l=6c m=6d n=6e o=6f p=70
    q=71 r=72 s=73 t=74 u=75 v=76 w=77 x=78 y=79 z=7a braceleft=7b bar=7c verticalbar=7c braceright=7d asciitilde=7e controlDEL=7f nbspace=a0
    nonbreakingspace=a0 exclamdown=a1 cent=a2 sterling=a3 currency=a4 yen=a5 brokenbar=a6 section=a7 dieresis=a8 copyright=a9 ordfeminine=aa
    guillemotleft=ab logicalnot=ac sfthyphen=ad softhyphen=ad registered=ae macron=af overscore=af degree=b0 plusminus=b1 twosuperior=b2 threesuperior=b3
    acute=b4 mu=b5 mu1=b5 paragraph=b6 middot=b7 periodcentered=b7 cedilla=b8 onesuperior=b9 ordmasculine=ba guillemotright=bb onequarter=bc onehalf=bd
    threequarters=be questiondown=bf Agrave=c0 Aacute=c1 Acircumflex=c2 Atilde=c3 Adieresis=c4 Aring=c5 AE=c6 Ccedilla=c7 Egrave=c8 Eacute=c9
    Ecircumflex=ca Edieresis=cb Igrave=cc Iacute=cd Icircumflex=ce Idieresis=cf Eth=d0 Ntilde=d1 Ograve=d2 Oacute=d3 Ocircumflex=d4 Otilde=d5 Odieresis=d6
    multiply=d7 Oslash=d8 Ugrave=d9 Uacute=da Ucircumflex=db Udieresis=dc Yacute=dd Thorn=de germandbls=df agrave=e0 aacute=e1 acircumflex=e2 atilde=e3
    adieresis=e4 aring=e5 ae=e6 ccedilla=e7 egrave=e8 eacute=e9 ecircumflex=ea edieresis=eb igrave=ec iacute=ed icircumflex=ee idieresis=ef eth=f0
    ntilde=f1 ograve=f2 oacute=f3 ocircumflex=f4 otilde=f5 odieresis=f6 divide=f7 oslash=f8 ugrave=f9 uacute=fa ucircumflex=fb udieresis=fc yacute=fd
    thorn=fe ydieresis=ff Amacron=100 amacron=101 Abreve=102 abreve=103 Aogonek=104 aogonek=105 Cacute=106 cacute=107 Ccircumflex=108 ccircumflex=109
    Cdot=10a Cdotaccent=10a cdot=10b cdotaccent=10b Ccaron=10c ccaron=10d Dcaron=10e dcaron=10f Dcroat=110 Dslash=110 dcroat=111 dmacron=111 Emacron=112
    emacron=113 Ebreve=114 ebreve=115 Edot=116 Edotaccent=116 edot=117 edotaccent=117 Eogonek=118 eogonek=119 Ecaron=11a ecaron=11b Gcircumflex=11c
    gcircumflex=11d Gbreve=11e gbreve=11f Gdot=120 Gdotaccent=120 gdot=121 gdotaccent=121 Gcedilla=122 Gcommaaccent=122 gcedilla=123 gcommaaccent=123
    Hcircumflex=124 hcircumflex=125 Hbar=126 hbar=127 Itilde=128 itilde=129 Imacron=12a imacron=12b Ibreve=12c ibreve=12d Iogonek=12e iogonek=12f Idot=130
    Idotaccent=130 dotlessi=131 IJ=132 ij=133 Jcircumflex=134 jcircumflex=135 Kcedilla=136 Kcommaaccent=136 kcedilla=137 kcommaaccent=137 kgreenlandic=138
    Lacute=139 lacute=13a Lcedilla=13b Lcommaaccent=13b lcedilla=13c lcommaaccent=13c Lcaron=13d lcaron=13e Ldot=13f Ldotaccent=13f ldot=140
    ldotaccent=140 Lslash=141 lslash=142 Nacute=143 nacute=144 Ncedilla=145 Ncommaaccent=145 ncedilla=146 ncommaaccent=146 Ncaron=147 ncaron=148
    napostrophe=149 quoterightn=149 Eng=14a eng=14b Omacron=14c omacron=14d Obreve=14e obreve=14f Odblacute=150 Ohungarumlaut=150 odblacute=151
    ohungarumlaut=151 OE=152 oe=153 Racute=154 racute=155 Rcedilla=156 Rcommaaccent=156 rcedilla=157 rcommaaccent=157 Rcaron=158 rcaron=159 Sacute=15a
    sacute=15b Scircumflex=15c scircumflex=15d Scedilla=15e scedilla=15f Scaron=160 scaron=161 Tcedilla=162 Tcommaaccent=162 tcedilla=163 tcommaaccent=163
    Tcaron=164 tcaron=165 Tbar=166 tbar=167 Utilde=168 utilde=169 Umacron=16a umacron=16b Ubreve=16c ubreve=16d Uring=16e uring=16f Udblacute=170
    Uhungarumlaut=170 udblacute=171 uhungarumlaut=171 Uogonek=172 uogonek=173 Wcircumflex=174 wcircumflex=175 Ycircumflex=176 ycircumflex=177
    Ydieresis=178 Zacute=179 zacute=17a Zdot=17b Zdotaccent=17b zdot=17c zdotaccent=17c Zcaron=17d zcaron=17e longs=17f slong=17f bstroke=180 Bhook=181
    Btopbar=182 btopbar=183 Tonesix=184 tonesix=185 Oopen=186 Chook=187 chook=188 Dafrican=189 Dhook=18a Dtopbar=18b dtopbar=18c deltaturned=18d
    Ereversed=18e Schwa=18f Eopen=190 Fhook=191 florin=192 Ghook=193 Gammaafrican=194 hv=195 Iotaafrican=196 Istroke=197 Khook=198 khook=199 lbar=19a
    lambdastroke=19b Mturned=19c Nhookleft=19d nlegrightlong=19e Ocenteredtilde=19f Ohorn=1a0 ohorn=1a1 Oi=1a2 oi=1a3 Phook=1a4 phook=1a5 yr=1a6
    Tonetwo=1a7 tonetwo=1a8 Esh=1a9 eshreversedloop=1aa tpalatalhook=1ab Thook=1ac thook=1ad Tretroflexhook=1ae Uhorn=1af uhorn=1b0 Upsilonafrican=1b1
    Vhook=1b2 Yhook=1b3 yhook=1b4 Zstroke=1b5 zstroke=1b6 Ezh=1b7 Ezhreversed=1b8 ezhreversed=1b9 ezhtail=1ba twostroke=1bb Tonefive=1bc tonefive=1bd
    glottalinvertedstroke=1be wynn=1bf clickdental=1c0 clicklateral=1c1 clickalveolar=1c2 clickretroflex=1c3 DZcaron=1c4 Dzcaron=1c5 dzcaron=1c6 LJ=1c7
    Lj=1c8 lj=1c9 NJ=1ca Nj=1cb nj=1cc Acaron=1cd acaron=1ce Icaron=1cf icaron=1d0 Ocaron=1d1 ocaron=1d2 Ucaron=1d3 ucaron=1d4 Udieresismacron=1d5
    udieresismacron=1d6 Udieresisacute=1d7 udieresisacute=1d8 Udieresiscaron=1d9 udieresiscaron=1da Udieresisgrave=1db udieresisgrave=1dc eturned=1dd
    Adieresismacron=1de adieresismacron=1df Adotmacron=1e0 adotmacron=1e1 AEmacron=1e2 aemacron=1e3 Gstroke=1e4 gstroke=1e5 Gcaron=1e6 gcaron=1e7
    Kcaron=1e8 kcaron=1e9 Oogonek=1ea oogonek=1eb Oogonekmacron=1ec oogonekmacron=1ed Ezhcaron=1ee ezhcaron=1ef jcaron=1f0 DZ=1f1 Dz=1f2 dz=1f3 Gacute=1f4
    gacute=1f5 Aringacute=1fa aringacute=1fb AEacute=1fc aeacute=1fd Oslashacute=1fe Ostrokeacute=1fe oslashacute=1ff ostrokeacute=1ff Adblgrave=200
    adblgrave=201 Ainvertedbreve=202 ainvertedbreve=203 Edblgrave=204 edblgrave=205 Einvertedbreve=206 einvertedbreve=207 Idblgrave=208 idblgrave=209
    Iinvertedbreve=20a iinvertedbreve=20b Odblgrave=20c odblgrave=20d Oinvertedbreve=20e oinvertedbreve=20f Rdblgrave=210 rdblgrave=211 Rinvertedbreve=212
    rinvertedbreve=213 Udblgrave=214 udblgrave=215 Uinvertedbreve=216 uinvertedbreve=217 Scommaaccent=218 scommaaccent=219 hsuperior=2b0 hhooksuperior=2b1
    jsuperior=2b2 rturnedsuperior=2b4 rhookturnedsuperior=2b5 Rsmallinvertedsuperior=2b6 wsuperior=2b7 ysuperior=2b8 primemod=2b9 dblprimemod=2ba
    commaturnedmod=2bb afii57929=2bc apostrophemod=2bc afii64937=2bd commareversedmod=2bd ringhalfright=2be ringhalfleft=2bf glottalstopmod=2c0
    glottalstopreversedmod=2c1 arrowheadleftmod=2c2 arrowheadrightmod=2c3 arrowheadupmod=2c4 arrowheaddownmod=2c5 circumflex=2c6 caron=2c7
    verticallinemod=2c8 firsttonechinese=2c9 secondtonechinese=2ca fourthtonechinese=2cb verticallinelowmod=2cc macronlowmod=2cd gravelowmod=2ce
    acutelowmod=2cf colontriangularmod=2d0 colontriangularhalfmod=2d1 ringhalfrightcentered=2d2 ringhalfleftcentered=2d3 uptackmod=2d4 downtackmod=2d5
    plusmod=2d6 minusmod=2d7 breve=2d8 dotaccent=2d9 ring=2da ogonek=2db ilde=2dc tilde=2dc hungarumlaut=2dd rhotichookmod=2de numeralsigngreek=374
    numeralsignlowergreek=375 ypogegrammeni=37a questiongreek=37e tonos=384 dialytikatonos=385 dieresistonos=385 Alphatonos=386 anoteleia=387
    Epsilontonos=388 Etatonos=389 Iotatonos=38a Omicrontonos=38c Upsilontonos=38e Omegatonos=38f iotadieresistonos=390 Alpha=391 Beta=392 Gamma=393
    Deltagreek=394 Epsilon=395 Zeta=396 Eta=397 Theta=398 Iota=399 Kappa=39a Lambda=39b Mu=39c Nu=39d Xi=39e Omicron=39f Pi=3a0 Rho=3a1 Sigma=3a3 Tau=3a4
    Upsilon=3a5 Phi=3a6 Chi=3a7 Psi=3a8 Omegagreek=3a9 Iotadieresis=3aa Upsilondieresis=3ab alphatonos=3ac epsilontonos=3ad etatonos=3ae iotatonos=3af
    upsilondieresistonos=3b0 alpha=3b1 beta=3b2 gamma=3b3 delta=3b4 epsilon=3b5 zeta=3b6 eta=3b7 theta=3b8 iota=3b9 kappa=3ba lambda=3bb mugreek=3bc
    nu=3bd xi=3be omicron=3bf pi=3c0 rho=3c1 sigma1=3c2 sigmafinal=3c2 sigma=3c3 tau=3c4 upsilon=3c5 phi=3c6 chi=3c7 psi=3c8 omega=3c9 iotadieresis=3ca
    upsilondieresis=3cb omicrontonos=3cc upsilontonos=3cd omegatonos=3ce betasymbolgreek=3d0 theta1=3d1 thetasymbolgreek=3d1 Upsilon1=3d2
    Upsilonhooksymbol=3d2 phi1=3d5 phisymbolgreek=3d5 omega1=3d6 pisymbolgreek=3d6 Stigmagreek=3da Digammagreek=3dc Koppagreek=3de Sampigreek=3e0
    Sheicoptic=3e2 sheicoptic=3e3 Feicoptic=3e4 feicoptic=3e5 Kheicoptic=3e6 kheicoptic=3e7 Horicoptic=3e8 horicoptic=3e9 Gangiacoptic=3ea
    gangiacoptic=3eb Shimacoptic=3ec shimacoptic=3ed Deicoptic=3ee deicoptic=3ef kappasymbolgreek=3f0 rhosymbolgreek=3f1 sigmalunatesymbolgreek=3f2
    yotgreek=3f3 Iocyrillic=401 afii10023=401 Djecyrillic=402 afii10051=402 Gjecyrillic=403 afii10052=403 Ecyrillic=404 afii10053=404 Dzecyrillic=405
    afii10054=405 Icyrillic=406 afii10055=406 Yicyrillic=407 afii10056=407 Jecyrillic=408 afii10057=408 Ljecyrillic=409 afii10058=409 Njecyrillic=40a
    afii10059=40a Tshecyrillic=40b afii10060=40b Kjecyrillic=40c afii10061=40c Ushortcyrillic=40e afii10062=40e Dzhecyrillic=40f afii10145=40f
    Acyrillic=410 afii10017=410 Becyrillic=411 afii10018=411 Vecyrillic=412 afii10019=412 Gecyrillic=413 afii10020=413 Decyrillic=414 afii10021=414
    Iecyrillic=415 afii10022=415 Zhecyrillic=416 afii10024=416 Zecyrillic=417 afii10025=417 Iicyrillic=418 afii10026=418 Iishortcyrillic=419 afii10027=419
    Kacyrillic=41a afii10028=41a Elcyrillic=41b afii10029=41b Emcyrillic=41c afii10030=41c Encyrillic=41d afii10031=41d Ocyrillic=41e afii10032=41e
    Pecyrillic=41f afii10033=41f Ercyrillic=420 afii10034=420 Escyrillic=421 afii10035=421 Tecyrillic=422 afii10036=422 Ucyrillic=423 afii10037=423
    Efcyrillic=424 afii10038=424 Khacyrillic=425 afii10039=425 Tsecyrillic=426 afii10040=426 Checyrillic=427 afii10041=427 Shacyrillic=428 afii10042=428
    Shchacyrillic=429 afii10043=429 Hardsigncyrillic=42a afii10044=42a Yericyrillic=42b afii10045=42b Softsigncyrillic=42c afii10046=42c
    Ereversedcyrillic=42d afii10047=42d IUcyrillic=42e afii10048=42e IAcyrillic=42f afii10049=42f acyrillic=430 afii10065=430 afii10066=431 becyrillic=431
    afii10067=432 vecyrillic=432 afii10068=433 gecyrillic=433 afii10069=434 decyrillic=434 afii10070=435 iecyrillic=435 afii10072=436 zhecyrillic=436
    afii10073=437 zecyrillic=437 afii10074=438 iicyrillic=438 afii10075=439 iishortcyrillic=439 afii10076=43a kacyrillic=43a afii10077=43b elcyrillic=43b
    afii10078=43c emcyrillic=43c afii10079=43d encyrillic=43d afii10080=43e ocyrillic=43e afii10081=43f pecyrillic=43f afii10082=440 ercyrillic=440
    afii10083=441 escyrillic=441 afii10084=442 tecyrillic=442 afii10085=443 ucyrillic=443 afii10086=444 efcyrillic=444 afii10087=445 khacyrillic=445
    afii10088=446 tsecyrillic=446 afii10089=447 checyrillic=447 afii10090=448 shacyrillic=448 afii10091=449 shchacyrillic=449 afii10092=44a
    hardsigncyrillic=44a afii10093=44b yericyrillic=44b afii10094=44c softsigncyrillic=44c afii10095=44d ereversedcyrillic=44d afii10096=44e
    iucyrillic=44e afii10097=44f iacyrillic=44f afii10071=451 iocyrillic=451 afii10099=452 djecyrillic=452 afii10100=453 gjecyrillic=453 afii10101=454
    ecyrillic=454 afii10102=455 dzecyrillic=455 afii10103=456 icyrillic=456 afii10104=457 yicyrillic=457 afii10105=458 jecyrillic=458 afii10106=459
    ljecyrillic=459 afii10107=45a njecyrillic=45a afii10108=45b tshecyrillic=45b afii10109=45c kjecyrillic=45c afii10110=45e ushortcyrillic=45e
    afii10193=45f dzhecyrillic=45f afii57799=5b0 sheva=5b0 sheva115=5b0 sheva15=5b0 sheva22=5b0 sheva2e=5b0 shevahebrew=5b0 shevanarrowhebrew=5b0
    shevaquarterhebrew=5b0 shevawidehebrew=5b0 afii57801=5b1 hatafsegol=5b1 hatafsegol17=5b1 hatafsegol24=5b1 hatafsegol30=5b1 hatafsegolhebrew=5b1
    hatafsegolnarrowhebrew=5b1 hatafsegolwidehebrew=5b1 afii57800=5b2 hatafpatah=5b2 hatafpatah16=5b2 hatafpatah23=5b2 hatafpatah2f=5b2
    hatafpatahhebrew=5b2 hatafpatahnarrowhebrew=5b2 hatafpatahwidehebrew=5b2 afii57802=5b3 hatafqamats=5b3 hatafqamats1b=5b3 hatafqamats28=5b3
    hatafqamats34=5b3 hatafqamatshebrew=5b3 hatafqamatswidehebrew=5b3 afii57793=5b4 hiriq=5b4 hiriq14=5b4 hiriq21=5b4 hiriq2d=5b4 hiriqhebrew=5b4
    hiriqnarrowhebrew=5b4 hiriqquarterhebrew=5b4 hiriqwidehebrew=5b4 afii57794=5b5 tsere=5b5 tsere12=5b5 tsere1e=5b5 tsere2b=5b5 tserehebrew=5b5
    tserenarrowhebrew=5b5 tserequarterhebrew=5b5 tserewidehebrew=5b5 afii57795=5b6 segol=5b6 segol13=5b6 segol1f=5b6 segol2c=5b6 segolhebrew=5b6
    segolnarrowhebrew=5b6 segolquarterhebrew=5b6 segolwidehebrew=5b6 afii57798=5b7 patah=5b7 patah11=5b7 patah1d=5b7 patah2a=5b7 patahhebrew=5b7
    patahnarrowhebrew=5b7 patahquarterhebrew=5b7 patahwidehebrew=5b7 afii57797=5b8 qamats=5b8 qamats10=5b8 qamats1a=5b8 qamats1c=5b8 qamats27=5b8
    qamats29=5b8 qamats33=5b8 qamatsde=5b8 qamatshebrew=5b8 qamatsnarrowhebrew=5b8 qamatsqatanhebrew=5b8 qamatsqatanwidehebrew=5b8 qamatsquarterhebrew=5b8
    qamatswidehebrew=5b8 afii57806=5b9 holam=5b9 holam19=5b9 holam26=5b9 holam32=5b9 holamhebrew=5b9 holamnarrowhebrew=5b9 holamquarterhebrew=5b9
    holamwidehebrew=5b9 afii57796=5bb qubuts=5bb qubuts18=5bb qubuts25=5bb qubuts31=5bb qubutshebrew=5bb qubutsnarrowhebrew=5bb qubutsquarterhebrew=5bb
    qubutswidehebrew=5bb afii57807=5bc dagesh=5bc dageshhebrew=5bc afii57839=5bd siluqhebrew=5bd siluqlefthebrew=5bd afii57645=5be maqafhebrew=5be
    afii57841=5bf rafe=5bf rafehebrew=5bf afii57842=5c0 paseqhebrew=5c0 afii57804=5c1 shindothebrew=5c1 afii57803=5c2 sindothebrew=5c2 afii57658=5c3
    sofpasuqhebrew=5c3 upperdothebrew=5c4 afii57664=5d0 alef=5d0 alefhebrew=5d0 afii57665=5d1 bet=5d1 bethebrew=5d1 afii57666=5d2 gimel=5d2
    gimelhebrew=5d2 afii57667=5d3 dalet=5d3 dalethebrew=5d3 afii57668=5d4 he=5d4 hehebrew=5d4 afii57669=5d5 vav=5d5 vavhebrew=5d5 afii57670=5d6 zayin=5d6
    zayinhebrew=5d6 afii57671=5d7 het=5d7 hethebrew=5d7 afii57672=5d8 tet=5d8 tethebrew=5d8 afii57673=5d9 yod=5d9 yodhebrew=5d9 afii57674=5da finalkaf=5da
    finalkafhebrew=5da afii57675=5db kaf=5db kafhebrew=5db afii57676=5dc lamed=5dc lamedhebrew=5dc afii57677=5dd finalmem=5dd finalmemhebrew=5dd
    afii57678=5de mem=5de memhebrew=5de afii57679=5df finalnun=5df finalnunhebrew=5df afii57680=5e0 nun=5e0 nunhebrew=5e0 afii57681=5e1 samekh=5e1
    samekhhebrew=5e1 afii57682=5e2 ayin=5e2 ayinhebrew=5e2 afii57683=5e3 finalpe=5e3 finalpehebrew=5e3 afii57684=5e4 pe=5e4 pehebrew=5e4 afii57685=5e5
    finaltsadi=5e5 finaltsadihebrew=5e5 afii57686=5e6 tsadi=5e6 tsadihebrew=5e6 afii57687=5e7 qof=5e7 qofhebrew=5e7 afii57688=5e8 resh=5e8 reshhebrew=5e8
    afii57689=5e9 shin=5e9 shinhebrew=5e9 afii57690=5ea tav=5ea tavhebrew=5ea afii57716=5f0 vavvavhebrew=5f0 afii57717=5f1 vavyodhebrew=5f1 afii57718=5f2
    yodyodhebrew=5f2 gereshhebrew=5f3 gershayimhebrew=5f4 afii57388=60c commaarabic=60c afii57403=61b semicolonarabic=61b afii57407=61f questionarabic=61f
    afii57409=621 hamzaarabic=621 hamzalowarabic=621 afii57410=622 alefmaddaabovearabic=622 afii57411=623 alefhamzaabovearabic=623 afii57412=624
    wawhamzaabovearabic=624 afii57413=625 alefhamzabelowarabic=625 afii57414=626 yehhamzaabovearabic=626 afii57415=627 alefarabic=627 afii57416=628
    beharabic=628 afii57417=629 tehmarbutaarabic=629 afii57418=62a teharabic=62a afii57419=62b theharabic=62b afii57420=62c jeemarabic=62c afii57421=62d
    haharabic=62d afii57422=62e khaharabic=62e afii57423=62f dalarabic=62f afii57424=630 thalarabic=630 afii57425=631 reharabic=631 afii57426=632
    zainarabic=632 afii57427=633 seenarabic=633 afii57428=634 sheenarabic=634 afii57429=635 sadarabic=635 afii57430=636 dadarabic=636 afii57431=637
    taharabic=637 afii57432=638 zaharabic=638 afii57433=639 ainarabic=639 afii57434=63a ghainarabic=63a afii57440=640 kashidaautoarabic=640
    tatweelarabic=640 afii57441=641 feharabic=641 afii57442=642 qafarabic=642 afii57443=643 kafarabic=643 afii57444=644 lamarabic=644 afii57445=645
    meemarabic=645 afii57446=646 noonarabic=646 afii57470=647 heharabic=647 afii57448=648 wawarabic=648 afii57449=649 alefmaksuraarabic=649 afii57450=64a
    yeharabic=64a afii57451=64b fathatanarabic=64b afii57452=64c dammatanaltonearabic=64c dammatanarabic=64c afii57453=64d kasratanarabic=64d
    afii57454=64e fathaarabic=64e fathalowarabic=64e afii57455=64f dammaarabic=64f dammalowarabic=64f afii57456=650 kasraarabic=650 afii57457=651
    shaddaarabic=651 afii57458=652 sukunarabic=652 afii57392=660 zeroarabic=660 zerohackarabic=660 afii57393=661 onearabic=661 onehackarabic=661
    afii57394=662 twoarabic=662 twohackarabic=662 afii57395=663 threearabic=663 threehackarabic=663 afii57396=664 fourarabic=664 fourhackarabic=664
    afii57397=665 fivearabic=665 fivehackarabic=665 afii57398=666 sixarabic=666 sixhackarabic=666 afii57399=667 sevenarabic=667 sevenhackarabic=667
    afii57400=668 eightarabic=668 eighthackarabic=668 afii57401=669 ninearabic=669 ninehackarabic=669 afii57381=66a percentarabic=66a
    decimalseparatorarabic=66b afii63167=66d asteriskaltonearabic=66d asteriskarabic=66d afii57511=679 tteharabic=679 afii57506=67e peharabic=67e
    afii57507=686 tcheharabic=686 afii57512=688 ddalarabic=688 afii57513=691 rreharabic=691 afii57508=698 jeharabic=698 afii57505=6a4 veharabic=6a4
    afii57509=6af gafarabic=6af afii57514=6ba noonghunnaarabic=6ba haaltonearabic=6c1 hehaltonearabic=6c1 afii57519=6d2 yehbarreearabic=6d2 afii57534=6d5
    enspace=2002 zerowidthspace=200b afii61664=200c zerowidthnonjoiner=200c afii301=200d afii299=200e afii300=200f hyphentwo=2010 figuredash=2012
    endash=2013 emdash=2014 afii00208=2015 horizontalbar=2015 dblverticalbar=2016 dbllowline=2017 underscoredbl=2017 quoteleft=2018 quoteright=2019
    quotesinglbase=201a quoteleftreversed=201b quotereversed=201b quotedblleft=201c quotedblright=201d quotedblbase=201e dagger=2020 daggerdbl=2021
    bullet=2022 onedotenleader=2024 twodotenleader=2025 twodotleader=2025 ellipsis=2026 afii61573=202c afii61574=202d afii61575=202e perthousand=2030
    minute=2032 second=2033 primereversed=2035 guilsinglleft=2039 guilsinglright=203a referencemark=203b exclamdbl=203c overline=203e asterism=2042
    fraction=2044 zerosuperior=2070 foursuperior=2074 fivesuperior=2075 sixsuperior=2076 sevensuperior=2077 eightsuperior=2078 ninesuperior=2079
    plussuperior=207a equalsuperior=207c parenleftsuperior=207d parenrightsuperior=207e nsuperior=207f zeroinferior=2080 oneinferior=2081 twoinferior=2082
    threeinferior=2083 fourinferior=2084 fiveinferior=2085 sixinferior=2086 seveninferior=2087 eightinferior=2088 nineinferior=2089 parenleftinferior=208d
    parenrightinferior=208e colonmonetary=20a1 colonsign=20a1 cruzeiro=20a2 franc=20a3 afii08941=20a4 lira=20a4 peseta=20a7 won=20a9 afii57636=20aa
    newsheqelsign=20aa sheqel=20aa sheqelhebrew=20aa dong=20ab Euro=20ac euro=20ac centigrade=2103 afii61248=2105 careof=2105 fahrenheit=2109
    Ifraktur=2111 afii61289=2113 lsquare=2113 afii61352=2116 numero=2116 weierstrass=2118 Rfraktur=211c prescription=211e telephone=2121 trademark=2122
    Ohm=2126 Omega=2126 angstrom=212b estimated=212e aleph=2135 onethird=2153 twothirds=2154 oneeighth=215b threeeighths=215c fiveeighths=215d
    seveneighths=215e Oneroman=2160 Tworoman=2161 Threeroman=2162 Fourroman=2163 Fiveroman=2164 Sixroman=2165 Sevenroman=2166 Eightroman=2167
    Nineroman=2168 Tenroman=2169 Elevenroman=216a Twelveroman=216b oneroman=2170 tworoman=2171 threeroman=2172 fourroman=2173 fiveroman=2174 sixroman=2175
    sevenroman=2176 eightroman=2177 nineroman=2178 tenroman=2179 elevenroman=217a twelveroman=217b arrowleft=2190 arrowup=2191 arrowright=2192
    arrowdown=2193 arrowboth=2194 arrowupdn=2195 arrowupleft=2196 arrowupright=2197 arrowdownright=2198 arrowdownleft=2199 arrowupdnbse=21a8
    arrowupdownbase=21a8 carriagereturn=21b5 harpoonleftbarbup=21bc harpoonrightbarbup=21c0 arrowrightoverleft=21c4 arrowupleftofdown=21c5
    arrowleftoverright=21c6 arrowleftdblstroke=21cd arrowrightdblstroke=21cf arrowdblleft=21d0 arrowleftdbl=21d0 arrowdblup=21d1 arrowdblright=21d2
    dblarrowright=21d2 arrowdbldown=21d3 arrowdblboth=21d4 dblarrowleft=21d4 pageup=21de pagedown=21df arrowdashleft=21e0 arrowdashup=21e1
    arrowdashright=21e2 arrowdashdown=21e3 arrowtableft=21e4 arrowtabright=21e5 arrowleftwhite=21e6 arrowupwhite=21e7 arrowrightwhite=21e8
    arrowdownwhite=21e9 capslock=21ea forall=2200 universal=2200 partialdiff=2202 existential=2203 thereexists=2203 emptyset=2205 Delta=2206
    increment=2206 gradient=2207 nabla=2207 element=2208 notelement=2209 notelementof=2209 suchthat=220b notcontains=220c product=220f summation=2211
    minus=2212 minusplus=2213 divisionslash=2215 asteriskmath=2217 bulletoperator=2219 radical=221a proportional=221d infinity=221e orthogonal=221f
    rightangle=221f angle=2220 divides=2223 parallel=2225 notparallel=2226 logicaland=2227 logicalor=2228 intersection=2229 union=222a integral=222b
    dblintegral=222c contourintegral=222e therefore=2234 because=2235 ratio=2236 proportion=2237 similar=223c tildeoperator=223c reversedtilde=223d
    asymptoticallyequal=2243 approximatelyequal=2245 congruent=2245 approxequal=2248 allequal=224c approaches=2250 geometricallyequal=2251
    approxequalorimage=2252 notequal=2260 equivalence=2261 notidentical=2262 lessequal=2264 greaterequal=2265 lessoverequal=2266 greateroverequal=2267
    muchless=226a muchgreater=226b notless=226e notgreater=226f notlessnorequal=2270 notgreaternorequal=2271 lessorequivalent=2272
    greaterorequivalent=2273 lessorgreater=2276 greaterorless=2277 notgreaternorless=2279 precedes=227a succeeds=227b notprecedes=2280 notsucceeds=2281
    propersubset=2282 subset=2282 propersuperset=2283 superset=2283 notsubset=2284 notsuperset=2285 reflexsubset=2286 subsetorequal=2286
    reflexsuperset=2287 supersetorequal=2287 subsetnotequal=228a supersetnotequal=228b circleplus=2295 pluscircle=2295 minuscircle=2296
    circlemultiply=2297 timescircle=2297 circleot=2299 tackleft=22a3 tackdown=22a4 perpendicular=22a5 righttriangle=22bf dotmath=22c5 curlyor=22ce
    curlyand=22cf lessequalorgreater=22da greaterequalorless=22db ellipsisvertical=22ee blacksquare=25a0 filledbox=25a0 H22073=25a1 whitesquare=25a1
    squarehorizontalfill=25a4 squareverticalfill=25a5 H18543=25aa blacksmallsquare=25aa H18551=25ab whitesmallsquare=25ab blackrectangle=25ac
    filledrect=25ac triagup=25b2 triagrt=25ba triagdn=25bc triaglf=25c4 blackdiamond=25c6 whitediamond=25c7 fisheye=25c9 lozenge=25ca circle=25cb
    whitecircle=25cb dottedcircle=25cc bullseye=25ce H18533=25cf blackcircle=25cf bulletinverse=25d8 invbullet=25d8 invcircle=25d9 whitecircleinverse=25d9
    blacklowerlefttriangle=25e3 blackupperlefttriangle=25e4 openbullet=25e6 whitebullet=25e6 largecircle=25ef ff=fb00 fi=fb01 fl=fb02 ffi=fb03 ffl=fb04
    afii57705=fb1f doubleyodpatah=fb1f doubleyodpatahhebrew=fb1f yodyodpatahhebrew=fb1f ayinaltonehebrew=fb20 afii57694=fb2a shinshindot=fb2a
    shinshindothebrew=fb2a afii57695=fb2b shinsindot=fb2b shinsindothebrew=fb2b shindageshshindot=fb2c shindageshsindot=fb2d shindageshsindothebrew=fb2d
    alefpatahhebrew=fb2e alefqamatshebrew=fb2f alefdageshhebrew=fb30 betdagesh=fb31 betdageshhebrew=fb31 gimeldagesh=fb32 gimeldageshhebrew=fb32
    daletdagesh=fb33 daletdageshhebrew=fb33 hedagesh=fb34 hedageshhebrew=fb34 afii57723=fb35 vavdagesh=fb35 vavdagesh65=fb35 vavdageshhebrew=fb35
    zayindagesh=fb36 zayindageshhebrew=fb36 tetdagesh=fb38 tetdageshhebrew=fb38 yoddagesh=fb39 yoddageshhebrew=fb39 finalkafdagesh=fb3a
    finalkafdageshhebrew=fb3a kafdagesh=fb3b kafdageshhebrew=fb3b lameddagesh=fb3c lameddageshhebrew=fb3c memdagesh=fb3e memdageshhebrew=fb3e
    nundagesh=fb40 nundageshhebrew=fb40 samekhdagesh=fb41 samekhdageshhebrew=fb41 pefinaldageshhebrew=fb43 pedagesh=fb44 pedageshhebrew=fb44
    tsadidagesh=fb46 tsadidageshhebrew=fb46 qofdagesh=fb47 qofdageshhebrew=fb47 reshdageshhebrew=fb48 shindagesh=fb49 shindageshhebrew=fb49 tavdages=fb4a
    tavdagesh=fb4a tavdageshhebrew=fb4a afii57700=fb4b vavholam=fb4b vavholamhebrew=fb4b betrafehebrew=fb4c kafrafehebrew=fb4d perafehebrew=fb4e
    aleflamedhebrew=fb4f
    """
}
