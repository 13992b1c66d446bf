package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The envelopes of SuiteTalk 2023.2: whose token it is, and answers with the prefixes that it writes itself. */
final class SuiteTalk {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String MESSAGES = "urn:messages_2023_2.platform.webservices.netsuite.com";
    private static final String CORE = "urn:core_2023_2.platform.webservices.netsuite.com";
    private static final Map<String, String> HOMES = Map.of("CustomerSearchAdvanced", "relationships_2023_2.lists",
            "TransactionSearch", "sales_2023_2.transactions", "PhoneCallSearch", "scheduling_2023_2.activities",
            "SupportCaseSearch", "support_2023_2.lists", "CustomerPayment", "customers_2023_2.transactions",
            "JournalEntry", "general_2023_2.transactions", "Note", "communication_2023_2.general",
            "RecordRef", "core_2023_2.platform");
    private static final Set<String> REFERENCES = Set.of("entity", "customer", "currency", "company", "category");

    private final Set<String> nonces = new HashSet<>();
    private int pageSize;

    static final class Refused extends Exception {

        final transient Told told;

        Refused(Told told) {
            super("refused", null, false, false);
            this.told = told;
        }
    }

    int pageSize() {
        return pageSize;
    }

    /** What is asked for, by one who may. */
    Element operation(Asked asked) throws Refused {
        Element envelope;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            envelope = factory.newDocumentBuilder().parse(new ByteArrayInputStream(asked.body()
                    .getBytes(StandardCharsets.UTF_8))).getDocumentElement();
            Element header = child(envelope, "Header", SOAP);
            if (!isOurs(child(header, "tokenPassport", MESSAGES))) {
                throw new Refused(fault("invalidCredentialsFault", "USER_ERROR"));
            }
            pageSize = Integer.parseInt(text(child(header, "searchPreferences", MESSAGES), "pageSize"));
        } catch (Refused e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
        Element operation = children(child(envelope, "Body", SOAP)).get(0);
        if (!MESSAGES.equals(operation.getNamespaceURI()) || !asked.path().equals("/NetSuitePort_2023_2")
                || !operation.getLocalName().equals(asked.headers().get("Soapaction"))
                || !asked.headers().get("Content-type").startsWith("text/xml")) {
            throw new IllegalArgumentException(asked + " " + asked.headers());
        }
        return operation;
    }

    private boolean isOurs(Element passport) throws Exception {
        String signed = List.of("account", "consumerKey", "token", "nonce", "timestamp").stream()
                .map(one -> text(child(passport, one, CORE))).collect(Collectors.joining("&"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("c0nsumer&t0ken".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        Element signature = child(passport, "signature", CORE);
        long late = Math.abs(Long.parseLong(text(passport, "timestamp")) - Given.CLOCK.instant().getEpochSecond());
        return signature.getAttribute("algorithm").equals("HMAC-SHA256") && signed.startsWith("TSTDRV_SB1&ck&tk&")
                && text(signature).equals(Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(
                StandardCharsets.US_ASCII)))) && nonces.add(text(passport, "nonce")) && late <= 300;
    }

    /** The local name of its type, which has to stand in the namespace where NetSuite has it. */
    static String type(Element element) {
        String[] type = element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type").split(":");
        String space = element.lookupNamespaceURI(type[0]);
        if (!("urn:" + HOMES.get(type[1]) + ".webservices.netsuite.com").equals(space)) {
            throw new IllegalArgumentException(type[1] + " is not in " + space);
        }
        return type[1];
    }

    static List<Element> children(Element element) {
        List<Element> all = new ArrayList<>();
        for (Node one = element.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element child) {
                all.add(child);
            }
        }
        return all;
    }

    static Element child(Element element, String name) {
        return children(element).stream().filter(one -> one.getLocalName().equals(name)).findFirst().orElseThrow();
    }

    private static Element child(Element element, String name, String space) {
        return children(element).stream().filter(one -> one.getLocalName().equals(name)
                && space.equals(one.getNamespaceURI())).findFirst().orElseThrow();
    }

    static String text(Element element, String name) {
        return text(child(element, name));
    }

    private static String text(Element element) {
        return element.getTextContent();
    }

    static Told fault(String name, String code) {
        return told(500, "<soapenv:Fault><faultcode>soapenv:Server.userException</faultcode><faultstring>Ask Pat Sample"
                + "</faultstring><detail><platformFaults:" + name + " xmlns:platformFaults=\"urn:faults_2023_2.platform"
                + ".webservices.netsuite.com\"><platformFaults:code>" + code + "</platformFaults:code><platformFaults:"
                + "message>Ask Pat Sample</platformFaults:message></platformFaults:" + name + "><ns1:hostname xmlns:ns1"
                + "=\"http://xml.apache.org/axis/\">partners.example</ns1:hostname></detail></soapenv:Fault>");
    }

    Told refused(String operation, String response, String code) {
        return answer(operation, response, "<platformCore:status isSuccess=\"false\"><platformCore:statusDetail type="
                + "\"ERROR\"><platformCore:code>" + code + "</platformCore:code><platformCore:message>Pat Sample"
                + "</platformCore:message></platformCore:statusDetail></platformCore:status>");
    }

    Told written(String operation, PlayedNetSuite.Doc doc) {
        return answer(operation, "writeResponse", "<platformCore:status isSuccess=\"true\"/><baseRef internalId=\""
                + doc.id() + "\" type=\"" + doc.type() + "\" xsi:type=\"platformCore:RecordRef\"/>");
    }

    Told read(PlayedNetSuite.Doc doc) {
        return answer("get", "readResponse", "<platformCore:status isSuccess=\"true\"/>" + record(doc, "record"));
    }

    Told page(String operation, String id, int total, int index, List<PlayedNetSuite.Doc> docs) {
        boolean isRows = !docs.isEmpty() && docs.get(0).type().equals("customer");
        String list = docs.stream().map(one -> isRows ? row(one) : record(one, "platformCore:record"))
                .collect(Collectors.joining());
        String name = "platformCore:" + (isRows ? "searchRowList" : "recordList");
        return answer(operation, "platformCore:searchResult", "<platformCore:status isSuccess=\"true\"/>"
                + "<platformCore:totalRecords>" + total + "</platformCore:totalRecords><platformCore:pageSize>"
                + pageSize + "</platformCore:pageSize><platformCore:totalPages>" + (total + pageSize - 1) / pageSize
                + "</platformCore:totalPages><platformCore:pageIndex>" + index + "</platformCore:pageIndex>"
                + "<platformCore:searchId>" + id + "</platformCore:searchId>" + (docs.isEmpty() ? "<" + name + "/>"
                : "<" + name + ">" + list + "</" + name + ">"));
    }

    private static String record(PlayedNetSuite.Doc doc, String name) {
        StringBuilder xml = new StringBuilder("<" + name + " internalId=\"" + doc.id() + "\"" + (doc.external() == null
                ? "" : " externalId=\"" + doc.external() + "\"") + " xsi:type=\"r:" + doc.type()
                + "\" xmlns:r=\"urn:x\">");
        new TreeMap<>(doc.fields()).forEach((field, value) -> xml.append(REFERENCES.contains(field) ? "<r:" + field
                + " internalId=\"" + value.split("\\|")[0] + "\"><platformCore:name>" + value.replaceFirst(".*\\|", "")
                + "</platformCore:name></r:" + field + ">" : "<r:" + field + ">" + value + "</r:" + field + ">"));
        return xml.append("</").append(name).append('>').toString();
    }

    private static String row(PlayedNetSuite.Doc doc) {
        StringBuilder xml = new StringBuilder("<platformCore:searchRow xsi:type=\"l:CustomerSearchRow\" xmlns:l=\"urn:"
                + "relationships_2023_2.lists.webservices.netsuite.com\"><l:basic><c:internalId xmlns:c=\"urn:common\">"
                + "<platformCore:searchValue internalId=\"" + doc.id() + "\"/></c:internalId>");
        doc.fields().forEach((field, value) -> xml.append("<c:").append(field).append(" xmlns:c=\"urn:common\">"
                + "<platformCore:searchValue>").append(value).append("</platformCore:searchValue></c:").append(field)
                .append('>'));
        return xml.append("</l:basic></platformCore:searchRow>").toString();
    }

    private static Told answer(String operation, String inside, String xml) {
        return told(200, "<" + operation + "Response xmlns=\"" + MESSAGES + "\"><" + inside + " xmlns:platformCore=\""
                + CORE + "\">" + xml + "</" + inside + "></" + operation + "Response>");
    }

    static Told told(int status, String body) {
        return xml(status, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope xmlns:soapenv=\"" + SOAP
                + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body>" + body
                + "</soapenv:Body></soapenv:Envelope>");
    }

    static Told xml(int status, String xml) {
        return new Told(status, Map.of("Content-Type", "text/xml;charset=utf-8"), xml.getBytes(StandardCharsets.UTF_8),
                false, 0, 0);
    }
}
