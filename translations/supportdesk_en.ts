<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Articles</name>
    <message numerus="yes">
        <source>%n file(s) attached to the article</source>
        <translation>
            <numerusform>%n file attached to the article</numerusform>
            <numerusform>%n files attached to the article</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message numerus="yes">
        <source>%n photo(s) are not in the report.</source>
        <translation>
            <numerusform>%n photo is not in the report.</numerusform>
            <numerusform>%n photos are not in the report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken</source>
        <translation>
            <numerusform>%n photo taken</numerusform>
            <numerusform>%n photos taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseDialogs</name>
    <message numerus="yes">
        <source>Season ticket, %n incident(s)</source>
        <translation>
            <numerusform>Season ticket, %n incident</numerusform>
            <numerusform>Season ticket, %n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ticked off: %n item(s)</source>
        <translation>
            <numerusform>Ticked off: %n item</numerusform>
            <numerusform>Ticked off: %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message numerus="yes">
        <source>%n field(s) changed in two places.</source>
        <translation>
            <numerusform>%n field changed in two places.</numerusform>
            <numerusform>%n fields changed in two places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message numerus="yes">
        <source>{name}: {left} of %n incident(s) left</source>
        <translation>
            <numerusform>{name}: {left} of %n incident left</numerusform>
            <numerusform>{name}: {left} of %n incidents left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) by stage and severity</source>
        <translation>
            <numerusform>%n case by stage and severity</numerusform>
            <numerusform>%n cases by stage and severity</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contract</numerusform>
            <numerusform>%n contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than last week</source>
        <translation>
            <numerusform>%n fewer than last week</numerusform>
            <numerusform>%n fewer than last week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than last week</source>
        <translation>
            <numerusform>%n more than last week</numerusform>
            <numerusform>%n more than last week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n contract(s)</source>
        <translation>
            <numerusform>All %n contract</numerusform>
            <numerusform>All %n contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n week(s)</source>
        <translation>
            <numerusform>Last %n week</numerusform>
            <numerusform>Last %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n that end first; type part of a client’s name for the others</source>
        <translation>
            <numerusform>The one that ends first; type part of a client’s name for the others</numerusform>
            <numerusform>The %n that end first; type part of a client’s name for the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ends in %n day(s)</source>
        <translation>
            <numerusform>ends in %n day</numerusform>
            <numerusform>ends in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileStation</name>
    <message numerus="yes">
        <source>%n copy(ies) taken</source>
        <translation>
            <numerusform>%n copy taken</numerusform>
            <numerusform>%n copies taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last copy %n day(s) ago</source>
        <translation>
            <numerusform>Last copy %n day ago</numerusform>
            <numerusform>Last copy %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubForm</name>
    <message numerus="yes">
        <source>%n change(s) are kept here.</source>
        <translation>
            <numerusform>%n change is kept here.</numerusform>
            <numerusform>%n changes are kept here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n case(s) of this desk come along.</source>
        <translation>
            <numerusform>The one case of this desk comes along.</numerusform>
            <numerusform>All %n cases of this desk come along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubPanel</name>
    <message numerus="yes">
        <source>%n change(s) waiting, in order</source>
        <translation>
            <numerusform>%n change waiting, in order</numerusform>
            <numerusform>%n changes waiting, in order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to be sent, {size}</source>
        <translation>
            <numerusform>%n file to be sent, {size}</numerusform>
            <numerusform>%n files to be sent, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n file(s), {size} left</source>
        <translation>
            <numerusform>Sending %n file, {size} left</numerusform>
            <numerusform>Sending %n files, {size} left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The hub asks this desk to drop %n case(s) and customers.</source>
        <translation>
            <numerusform>The hub asks this desk to drop %n case or customer.</numerusform>
            <numerusform>The hub asks this desk to drop %n cases and customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n case(s) can be imported</source>
        <translation>
            <numerusform>%n case can be imported</numerusform>
            <numerusform>%n cases can be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) imported</source>
        <translation>
            <numerusform>%n case imported</numerusform>
            <numerusform>%n cases imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ and were left</source>
        <translation>
            <numerusform>%n differs and was left</numerusform>
            <numerusform>%n differ and were left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can&apos;t be imported</source>
        <translation>
            <numerusform>%n row can&apos;t be imported</numerusform>
            <numerusform>%n rows can&apos;t be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already</source>
        <translation>
            <numerusform>%n was here already</numerusform>
            <numerusform>%n were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) for severities</source>
        <translation>
            <numerusform>%n word for severities</numerusform>
            <numerusform>%n words for severities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) for stages</source>
        <translation>
            <numerusform>%n word for stages</numerusform>
            <numerusform>%n words for stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n case(s)</source>
        <translation>
            <numerusform>Import %n case</numerusform>
            <numerusform>Import %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, all named in the report</source>
        <translation>
            <numerusform>and %n more, named in the report</numerusform>
            <numerusform>and %n more, all named in the report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; save the report to read them</source>
        <translation>
            <numerusform>and %n more; save the report to read it</numerusform>
            <numerusform>and %n more; save the report to read them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message numerus="yes">
        <source>%n case(s) logged.</source>
        <translation>
            <numerusform>%n case logged.</numerusform>
            <numerusform>%n cases logged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n case(s)</source>
        <translation>
            <numerusform>Create %n case</numerusform>
            <numerusform>Create %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Helped with %n case(s)</source>
        <translation>
            <numerusform>Helped with %n case</numerusform>
            <numerusform>Helped with %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split into %n case(s)</source>
        <translation>
            <numerusform>Split into %n case</numerusform>
            <numerusform>Split into %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This reads like %n problem(s).</source>
        <translation>
            <numerusform>This reads like %n problem.</numerusform>
            <numerusform>This reads like %n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Remote</name>
    <message numerus="yes">
        <source>This one has %n character(s).</source>
        <translation>
            <numerusform>This one has %n character.</numerusform>
            <numerusform>This one has %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting on this computer</source>
        <translation>
            <numerusform>%n change waiting on this computer</numerusform>
            <numerusform>%n changes waiting on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting on this computer</source>
        <translation>
            <numerusform>%n file waiting on this computer</numerusform>
            <numerusform>%n files waiting on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your attention</source>
        <translation>
            <numerusform>%n needs your attention</numerusform>
            <numerusform>%n need your attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n file(s), {size} left</source>
        <translation>
            <numerusform>Sending %n file, {size} left</numerusform>
            <numerusform>Sending %n files, {size} left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign in to send %n change(s)</source>
        <translation>
            <numerusform>Sign in to send %n change</numerusform>
            <numerusform>Sign in to send %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamViewer</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read and were left out.</source>
        <translation>
            <numerusform>%n could not be read and was left out.</numerusform>
            <numerusform>%n could not be read and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n earlier item(s)</source>
        <translation>
            <numerusform>%n earlier item</numerusform>
            <numerusform>%n earlier items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>%n file attached</numerusform>
            <numerusform>%n files attached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitPaper</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) not on this computer.</source>
        <translation>
            <numerusform>%n client not on this computer.</numerusform>
            <numerusform>%n clients not on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) not on {engineer}’s computer.</source>
        <translation>
            <numerusform>%n client not on {engineer}’s computer.</numerusform>
            <numerusform>%n clients not on {engineer}’s computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n knowledge article(s)</source>
        <translation>
            <numerusform>%n knowledge article</numerusform>
            <numerusform>%n knowledge articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open recommendation(s)</source>
        <translation>
            <numerusform>%n open recommendation</numerusform>
            <numerusform>%n open recommendations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past case(s)</source>
        <translation>
            <numerusform>%n past case</numerusform>
            <numerusform>%n past cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) saved</source>
        <translation>
            <numerusform>%n report saved</numerusform>
            <numerusform>%n reports saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overlaps with %n visit(s).</source>
        <translation>
            <numerusform>Overlaps with %n visit.</numerusform>
            <numerusform>Overlaps with %n visits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>the first one</numerusform>
            <numerusform>the first %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>%n business day(s)</source>
        <translation>
            <numerusform>%n business day</numerusform>
            <numerusform>%n business days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n business hour(s)</source>
        <translation>
            <numerusform>%n business hour</numerusform>
            <numerusform>%n business hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier clock(s) are over</source>
        <translation>
            <numerusform>%n earlier clock are over</numerusform>
            <numerusform>%n earlier clocks are over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier day(s)</source>
        <translation>
            <numerusform>%n earlier day</numerusform>
            <numerusform>%n earlier days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
</TS>
