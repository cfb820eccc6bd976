"""The plain OpenCV pipeline: corners by Canny, contours and approxPolyDP; blur by the variance of the Laplacian.

Reads the names of pictures from standard input and writes one JSON object a line: file, corners ([[x, y] × 4] or
null), laplacian, corners_ms, blur_ms. One thread; reading and decoding the file is not timed.
"""

import json
import sys
import time

import cv2
import numpy

HEIGHT = 500


def corners(picture):
    scale = picture.shape[0] / HEIGHT
    small = cv2.resize(picture, (round(picture.shape[1] / scale), HEIGHT), interpolation=cv2.INTER_AREA)
    gray = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    edges = cv2.Canny(gray, 75, 200)
    edges = cv2.dilate(edges, numpy.ones((3, 3), numpy.uint8))
    contours, _ = cv2.findContours(edges, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:10]:
        outline = cv2.approxPolyDP(contour, 0.02 * cv2.arcLength(contour, True), True)
        if len(outline) == 4 and cv2.isContourConvex(outline) and cv2.contourArea(outline) > 0.01 * gray.size:
            return [[float(x * scale), float(y * scale)] for x, y in outline.reshape(4, 2)]
    return None


def sharpness(picture):
    return float(cv2.Laplacian(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.CV_64F).var())


def timed(work, picture):
    began = time.perf_counter()
    done = work(picture)
    return done, 1000 * (time.perf_counter() - began)


def main():
    cv2.setNumThreads(1)
    warm = numpy.zeros((720, 1280, 3), numpy.uint8)
    corners(warm), sharpness(warm)
    for line in sys.stdin:
        picture = cv2.imread(line.strip(), cv2.IMREAD_COLOR)
        found, corners_ms = timed(corners, picture)
        laplacian, blur_ms = timed(sharpness, picture)
        print(json.dumps({"file": line.strip(), "corners": found, "laplacian": laplacian,
                          "corners_ms": corners_ms, "blur_ms": blur_ms}), flush=True)


if __name__ == "__main__":
    main()
