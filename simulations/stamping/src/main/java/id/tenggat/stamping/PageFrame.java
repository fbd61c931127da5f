package id.tenggat.stamping;

/**
 * The visible rectangle of a page in the page's own coordinates, and how far it is turned to be shown; both may be inherited
 * from the nodes above the page (ISO 32000-1, 7.7.3.4). Used again for other pages.
 */
final class PageFrame {

    private static final int CORNERS = 4;

    /** Larger pages than any reader shows: 14,400 units is the limit of most (ISO 32000-1, annex C). */
    private static final double COORDINATE_MAX = 1_000_000;

    private final double[] media = new double[CORNERS];
    private final double[] crop = new double[CORNERS];
    private boolean hasMedia;
    private boolean hasCrop;
    private int rotationDegrees;

    /** Forgets everything. */
    void clear() {
        hasMedia = false;
        hasCrop = false;
        rotationDegrees = 0;
    }

    /** Takes over what a node above this one has. */
    void inherit(PageFrame above) {
        System.arraycopy(above.media, 0, media, 0, CORNERS);
        System.arraycopy(above.crop, 0, crop, 0, CORNERS);
        hasMedia = above.hasMedia;
        hasCrop = above.hasCrop;
        rotationDegrees = above.rotationDegrees;
    }

    /** Takes what a node of the page tree says, which goes before what it inherits. */
    void read(Entries node, Objects objects) throws StampRefusedException {
        hasMedia |= readBox(node, Key.MEDIA_BOX, objects, media);
        hasCrop |= readBox(node, Key.CROP_BOX, objects, crop);
        Lexer rotation = objects.value(node, Key.ROTATE);
        if (rotation != null) {
            rotationDegrees = degrees(rotation.number());
        }
    }

    private static int degrees(double rotation) throws StampRefusedException {
        double degrees = rotation % 360;
        if (degrees % 90 != 0) {
            throw StampRefusedException.damaged("a page is rotated by " + rotation + " degrees");
        }
        return Math.floorMod((int) degrees, 360);
    }

    private static boolean readBox(Entries node, Key key, Objects objects, double[] box) throws StampRefusedException {
        Lexer array = objects.value(node, key);
        if (array == null) {
            return false;
        }
        readCorners(array, objects, box);
        order(box, 0, 2);
        order(box, 1, 3);
        return true;
    }

    private static void readCorners(Lexer array, Objects objects, double[] box) throws StampRefusedException {
        if (array.here() != '[') {
            throw noBox();
        }
        array.at++;
        for (int i = 0; i < CORNERS; i++) {
            array.skipBlank();
            box[i] = coordinate(array, objects);
        }
        array.skipBlank();
        if (array.here() != ']') {
            throw noBox();
        }
    }

    /** The array goes on behind the coordinate, also where that is an object of its own. */
    private static double coordinate(Lexer array, Objects objects) throws StampRefusedException {
        int from = array.at;
        array.skipValue();
        int behind = array.at;
        array.at = from;
        Lexer number = objects.value(array);
        double coordinate = number == null ? Double.NaN : number.number();
        array.at = behind;
        if (!(Math.abs(coordinate) <= COORDINATE_MAX)) {
            throw noBox();
        }
        return coordinate;
    }

    private static StampRefusedException noBox() {
        return StampRefusedException.damaged("a page's box is not four numbers");
    }

    private static void order(double[] box, int low, int high) {
        double first = box[low];
        box[low] = Math.min(first, box[high]);
        box[high] = Math.max(first, box[high]);
    }

    /** The visible page is what both boxes hold; to be called when the page itself was read. */
    void settle() throws StampRefusedException {
        if (!hasMedia) {
            throw StampRefusedException.damaged("a page has no size: its /MediaBox is missing");
        }
        if (hasCrop) {
            crop();
        }
        if (media[0] >= media[2] || media[1] >= media[3]) {
            throw StampRefusedException.damaged("a page has no visible area");
        }
    }

    private void crop() {
        for (int i = 0; i < 2; i++) {
            media[i] = Math.max(media[i], crop[i]);
            media[i + 2] = Math.min(media[i + 2], crop[i + 2]);
        }
    }

    /** The width that a reader sees, in points. */
    float width() {
        return (float) (turnsSideways() ? breadth(1) : breadth(0));
    }

    /** The height that a reader sees, in points. */
    float height() {
        return (float) (turnsSideways() ? breadth(0) : breadth(1));
    }

    private double breadth(int axis) {
        return media[axis + 2] - media[axis];
    }

    private boolean turnsSideways() {
        return rotationDegrees % 180 != 0;
    }

    /** Whether the whole square can be seen. */
    boolean holds(Placement at) {
        return at.x() + at.size() <= width() && at.y() + at.size() <= height();
    }

    /** 0, 90, 180 or 270, clockwise. */
    int rotationDegrees() {
        return rotationDegrees;
    }

    /** The left side of a square in the page's own coordinates. */
    double left(Placement at) {
        return media[0]
                + switch (rotationDegrees) {
                    case 90 -> breadth(0) - at.size() - at.y();
                    case 180 -> breadth(0) - at.size() - at.x();
                    case 270 -> at.y();
                    default -> at.x();
                };
    }

    /** The lower side of a square in the page's own coordinates. */
    double lower(Placement at) {
        return media[1]
                + switch (rotationDegrees) {
                    case 90 -> at.x();
                    case 180 -> breadth(1) - at.size() - at.y();
                    case 270 -> breadth(1) - at.size() - at.x();
                    default -> at.y();
                };
    }
}
