<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>CaseActs</name>
    <message>
        <source>Accepted as one incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case reactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseDialogs</name>
    <message>
        <source>Agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of the quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As goodwill, nothing is charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both cases stay as they are and name each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {number} closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close for the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer’s acceptance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer’s agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer’s approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back to the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the case back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to central support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back to the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to central support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its clocks stop. It can be worked on again by reactivating it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link a tracking note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link or merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link or merge {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked with {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists show the other case only, with the entries of both. A merge can be undone at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged into {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the person who agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the vendor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name what it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step of the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next update agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next update agreed: {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case fits. Try its number or another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Try another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is awaited from the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, title or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put its text into the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the customer was told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Season ticket recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Season ticket, %n incident(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle support without cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity the customer claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity verified as {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the case as of a past moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split into two cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off another aspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start an engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step recorded: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support under these terms is not paid per incident. Record a contract instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support without cover settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount has to be above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of the next update runs until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has to agree first. Record the agreement from the menu of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer hears by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer said {code} {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer’s ledger keeps both lines: the incident used and its return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident of this case moves to the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new case is an incident of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeline names the customer as who closed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These support terms know no central support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These support terms know no chargeable work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article is for engineers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stage belongs to chargeable work. Open an engagement for the case first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ticked off: %n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the new case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo a merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked of central support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the branch should know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the customer wants, in their words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you told the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which vendor is waited for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an amount, such as 120.00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one sentence that says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one sentence that says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the three letters of a currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receipt or transfer number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the customer sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three letters, as USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where one does the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} noted on the case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No severity yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You follow this case. Stop following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} {name}, not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} {name}, verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All severities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign…  A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change stage…  S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every case has an owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything new has been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields are read too, for example severity:S1, owner:me, is:overdue or client:name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case waits for a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is breaching soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply  R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in one line or in two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show unassigned cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inbox is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no cases here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words, or look at every case of this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, or a field and its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}+</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>Back to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be changed while you look back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case as of {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>An invoice line is drafted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed, can be reactivated until {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes {closing} if no reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes {closing} if no reply – reminder goes {reminder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deadline is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer a ticket…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivation is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this due then?  W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} due in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock}: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}: {left} of %n incident(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{place} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{severity}, {hours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Assign to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change stage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close or reactivate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to cases breaching soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to cases that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to my open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to saved view {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to today&apos;s visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to unassigned cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what needs your attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide or show the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import cases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link or merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look as the system does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread or read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in one line or in two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all cases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify severity…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this due then?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree when the customer hears next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for information with a checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the stage ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed from the customer; the case waits for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only colleagues see this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote session logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else, in your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage after sending, {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer sees this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an article of the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done in the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said on the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the visit is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gave consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note that only your colleagues see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then: same stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then: {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} sees this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>% by week</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) by stage and severity</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s) in all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than last week</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than last week</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Age of open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches and clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or close the file elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients with most open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contracts and incidents left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due from {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First responses in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last %n week(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next business hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client has an open case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contract, warranty or season ticket ends or runs out soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deadline fell into these weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hours are agreed for this desk&apos;s branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody owns an open case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing falls due in the next business hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases by age: {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases by severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivated after closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures couldn&apos;t be saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system said: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no branch yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week of {day}: first response {first}, updates {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed load {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not expire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down {points} points on last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending or running out first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>ends in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>first response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from this computer’s copy, updated {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no week before to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing left, offer a ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was closed this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was due this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offer a new ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open cases per owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up {points} points on last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change}, target {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{late} of {due} likely late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of {size} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}: {due} due, {late} likely late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {open} open, {late} late, {share} in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over}, {late}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Ask the sender for the text or picture it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening it would run it on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a program and was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A lost passphrase can&apos;t be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address reads like name@company.example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases live in one folder that you can back up. You can connect to a hub later, and your cases come with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a zone from the list, such as Europe/Paris.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes after {time} without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to your company’s hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t encrypt: whoever reads this disk reads the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt with a passphrase, asked at every start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office, or the name of the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do you support your customers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How you support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be changed at any time; clients have their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around with sample cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server, no account. Everything stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can open the cases without it, also not we.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick the closest. It fills in stages, severities, calendars and reminders. You can change every rule later, and use another policy for a branch or a client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the policies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders after {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders after {times}, closes after {closing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample cases are not encrypted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {whole}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk needs this to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is encrypted. Its key is kept by this computer&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two differ. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets, so the key of the encrypted file can&apos;t be kept here. It is never written down in plain text. Choose how the file is locked:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk can’t be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Support Desk works alone. Connecting comes together with a hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen when the desk was set up; capitals and spaces count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at least {count} letters; several words are best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this sets up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where cases live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where will your cases live?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which language do you read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work alone on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work with colleagues, also offline all day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You begin as administrator of this desk. Colleagues, branches and clients are added later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name stands on what you write to clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadlines are read in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several words are best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update every {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates as agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stages}, no severities and no promised times</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n case(s) can be imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ and were left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can&apos;t be imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) for severities</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) for stages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As guessed from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, JSON or lines of JSON, also packed as gz or zip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or close the file elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact&apos;s email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differ, left as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an export here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this file is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports of Zendesk, Freshdesk, Zammad, osTicket, Jira and ServiceNow are recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports {kinds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First response at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First response, minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From another help desk; importing twice adds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here already, but told otherwise in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing the same file again adds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, number {number}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column gives: {names}. Say below which one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written before you have seen a preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cases are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cases come under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report couldn&apos;t be saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system said: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay with each case under their own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of times without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written stays if you cancel; importing the file again goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the client wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written stays. Import the file again and it goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more, all named in the report</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; save the report to read them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end; import again to go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo, {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} due in {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} due {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} late by {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} {minutes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday}, {day} {month} {year} {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Accept as one incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central support…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close for the customer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information received…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link a tracking note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link with a case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into a case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step of the work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a payment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the customer’s agreement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return the incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle support without cover…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as of…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off an aspect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start an engagement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an article…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message numerus="yes">
        <source>%n case(s) logged.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the questions, or choose a severity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles already tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a client from the list, or type a whole code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one; the policy asks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, client or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Create %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Create and add another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entitled to support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields change with client and product; nothing is lost if you close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First response: {time} of support time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go by the answers instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes with the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Helped with %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>I take it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this case out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None in particular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not entitled to support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One case covers one, so each gets its own deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps already known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by the answers. {definition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first which client asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in one sentence what it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which client asks to see what covers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Split into %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestions come from this computer’s copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary of case {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support code or client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the files off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy asks for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This reads like %n problem(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Try first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What support covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one sentence, one problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you verify the severity later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cover}, {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of {size} incidents left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} of {most} named contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % alike</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {whole}, {share} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop following this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate of this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed in {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged into this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split off from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried by the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch}, closed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch}, until {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Drafts: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support desk closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support desk hours until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working alone – everything is saved on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}, {branch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {day} {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n earlier item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Article {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch informed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case logged, {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed by itself, as nobody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed, {resolution}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover is now: {cover}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover judged anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer reminded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer’s severity {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement opened: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement {title}: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back to the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to central support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last action taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked with {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with {case} undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged into {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to {after}: {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since you looked, {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New version of the support terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next update agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next update agreed: {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer linked with {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One incident used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open report</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Payment recorded, %n incident(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Phone call, {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivated on day {day} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received: {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote session, {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request for information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen captures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity verified as {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity verified as {code} (customer said {claimed})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off from {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off into {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split off into {case}: “{wording}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps to see it happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support without cover settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title changed from “{before}” to “{after}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking note {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking note {number}, fixed in {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit report {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit {number} planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from case {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on site {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case} merged into this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed} (taken back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed} by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} agrees that the request was carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} gave consent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>%n business day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n business hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>After-hours support isn’t part of the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed with the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocks of this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as plain text for a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted round the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain: {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged outside the open hours: counted from the next opening, {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged outside the open hours: counted round the clock, {times} times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only open hours count, {length} on a working day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {number} of “{policy}”, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case was logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case was reactivated and gets a new first response.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case was reactivated on day {day} of {of}. A reactivated case gets a new first response.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer said {claimed}, support verified {verified}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer was last told how the case stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer’s own severity; nobody has verified it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first response was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open hours up to the agreed moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of the next update was agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified by support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was due {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why has the first response no deadline?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why has the next update no deadline?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the first response due {moment}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the next update due {moment}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was the first response due {moment}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was the next update due {moment}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on the case went on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} business day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} business hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} of support time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} of support time, pauses not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} counted, {late}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} counted, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, since {start}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, {start}–{end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{policy}”, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Choose one from the list, or begin a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That didn&apos;t work, because of a fault in this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or restart the desk. The log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaching soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certified partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Developer liaison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due within 2 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field engineer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered, to be settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Season ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity 1, critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity 2, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity 3, medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity 4, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used again after a merge was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warranty, first year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remote session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
