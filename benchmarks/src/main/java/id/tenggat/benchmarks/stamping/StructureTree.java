package id.tenggat.benchmarks.stamping;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

import java.util.Map;
import java.util.TreeMap;

/** The logical structure of a tagged document (ISO 32000-1, 14.7): one element a paragraph, and the way back to it. */
final class StructureTree {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final Map<Integer, COSObjectable> parents = new TreeMap<>();
    private PDPage page = new PDPage();
    private COSArray onPage = new COSArray();

    StructureTree(PDDocument document) {
        root.appendKid(whole);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }

    /** What is added from now on stands on this page. */
    void begin(PDPage page) {
        COSArray elements = new COSArray();
        this.page = page;
        onPage = elements;
        page.setStructParents(parents.size());
        parents.put(parents.size(), () -> elements);
    }

    /** An element, and the mark for its content. */
    PDPropertyList add(String type) {
        int mark = onPage.size();
        PDStructureElement element = new PDStructureElement(type, whole);
        element.setPage(page);
        element.appendKid(mark);
        whole.appendKid(element);
        onPage.add(element);
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, mark);
        return PDPropertyList.create(properties);
    }

    /** Writes the way back from the pages. */
    void close() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDStructureElement.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
    }
}
